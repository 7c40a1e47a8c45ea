import { json } from "./answer.ts";
import type { Check, Difference } from "./check.ts";
import { BODY, CUSTOMER, found, NEW, refused } from "./samples.ts";

const at = (status: number, after?: string) =>
  json({}, status, after === undefined ? {} : { "retry-after": after });

const refusal = (status: number, operation: string) => ({
  fails: { is: "ClientError ApiError", name: "ApiError", code: "API_ERROR", operation, status },
});

/** An answer after which nothing may be sent twice, on a connection that served a call before. */
function onceOnKept(status: number, resent: Pick<Difference, "on" | "what">): Check {
  return {
    name: `nor is ${status}, on a connection that served a call before`,
    answers: [found, at(status), found],
    requests: 2,
    run: async ({ client, outcome }) => {
      const plaid = client();
      await plaid.createCustomer(NEW);
      return outcome(() => plaid.createCustomer(NEW));
    },
    want: refusal(status, "createCustomer"),
    differences: [{ ...resent, want: { gives: CUSTOMER }, requests: 3 }],
  };
}

export const retries: readonly Check[] = [
  {
    name: "what passes is tried again, with the same bytes",
    answers: [at(503, "0"), at(500), found],
    run: ({ client }) => client({ maxRetryDelay: 1 }).updateCustomer(BODY),
    want: CUSTOMER,
  },
  {
    name: "Retry-After as a date",
    answers: [at(503, "Wed, 21 Oct 2015 07:28:00 GMT"), found],
    run: async ({ client }) => {
      const delays: number[] = [];
      await client({ hooks: { onRetry: ({ delay }) => delays.push(delay) } }).getCustomer(BODY);
      return delays;
    },
    want: [0],
  },
  {
    name: "Retry-After is held down by maxRetryDelay",
    answers: [at(429, "3600"), found],
    run: async ({ client }) => {
      const delays: number[] = [];
      await client({
        maxRetryDelay: 5,
        hooks: { onRetry: ({ delay }) => delays.push(delay) },
      }).getCustomer(BODY);
      return delays;
    },
    want: [5],
  },
  {
    name: "429 is tried again where nothing else is",
    answers: [refused(429, "RATE_LIMIT", { "retry-after": "0" }), found],
    run: ({ client }) => client().createCustomer(NEW),
    want: CUSTOMER,
  },
  {
    name: "500 is not, where nothing may be sent twice",
    answers: [at(500)],
    run: ({ client, outcome }) => outcome(() => client().createCustomer(NEW)),
    want: refusal(500, "createCustomer"),
  },
  onceOnKept(408, {
    on: ["chromium"],
    what: "`fetch` itself sends a request again, a POST too, after 408 on a connection that served another one before.",
  }),
  onceOnKept(421, {
    on: ["node", "chromium"],
    what: "`fetch` itself sends a request once more after 421, with which a server says that it did nothing (RFC 9110, 15.5.20).",
  }),
  {
    name: "no more than retries says",
    answers: [at(503, "0"), at(503, "0")],
    run: ({ client, outcome }) => outcome(() => client().getCustomer(BODY, { retries: 1 })),
    want: refusal(503, "getCustomer"),
  },
  {
    name: "no more than the retry budget holds",
    answers: [at(503, "0"), at(503, "0"), at(503, "0")],
    run: async ({ client }) => {
      const plaid = client({ retryBudget: 1 });
      const calls = [
        await plaid.getCustomer(BODY).result(),
        await plaid.getCustomer(BODY).result(),
      ];
      return calls.map((each) => each.ok || each.error.attempts?.length);
    },
    want: [2, 1],
  },
  {
    name: "an error tells of its attempts",
    answers: [at(503, "0"), "stall"],
    run: async ({ client }) => {
      const options = { retries: 1, timeout: 3_000 };
      const call = await client().getCustomer(BODY, options).result();
      const attempts = call.ok ? [] : (call.error.attempts ?? []);
      return attempts.map(({ at: began, outcome, delay }) => [
        Math.abs(Date.now() - began) < 60_000,
        outcome,
        delay ?? null,
      ]);
    },
    want: [
      [true, "503", 0],
      [true, "TimeoutError", null],
    ],
  },
  {
    name: "none of what would fail again",
    answers: [at(501)],
    run: ({ client, outcome }) => outcome(() => client().getCustomer(BODY)),
    want: refusal(501, "getCustomer"),
  },
];
