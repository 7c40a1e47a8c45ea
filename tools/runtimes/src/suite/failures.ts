import type { Answer, Reaction } from "./answer.ts";
import type { Check, Difference } from "./check.ts";
import { BODY, CUSTOMER, found, NEW } from "./samples.ts";

const network = (operation: string) => ({
  is: "ClientError NetworkError",
  name: "NetworkError",
  code: "NETWORK",
  operation,
});
const unknown = (operation: string) => ({
  is: "ClientError OutcomeUnknownError",
  name: "OutcomeUnknownError",
  code: "OUTCOME_UNKNOWN",
  operation,
  cause: network(operation),
});

const short: Answer = {
  headers: { "content-type": "application/json", "content-length": "100" },
  body: ['{"end_customer":'],
  ending: "reset",
};
const cut: Answer = {
  headers: { "content-type": "application/json" },
  body: ['{"end_customer":'],
  ending: "reset",
};

/** An operation that may be sent twice: it fails at last, or is tried again and succeeds. */
const idempotent = (name: string, reaction: Reaction): Check => ({
  name,
  answers: [reaction, reaction, found],
  run: ({ client, outcome, fresh }) =>
    outcome(async () => {
      const plaid = client({ maxRetryDelay: 1 });
      await fresh();
      const first = await plaid.getCustomer(BODY, { retries: 0 }).result();
      await fresh();
      return [first.ok || first.error.name, await plaid.getCustomer(BODY)];
    }),
  want: { gives: ["NetworkError", CUSTOMER] },
});

/** One that may not. */
const once = (name: string, reaction: Reaction): Check => ({
  name: `${name}, where nothing may be sent twice`,
  answers: [reaction],
  run: async ({ client, outcome, fresh }) => {
    await fresh();
    return outcome(() => client().createCustomer(NEW));
  },
  want: { fails: unknown("createCustomer") },
});

const both = (name: string, reaction: Reaction) => [
  idempotent(name, reaction),
  once(name, reaction),
];

const blind: Omit<Difference, "want"> = {
  on: ["workerd", "chromium"],
  what: "Nothing tells a refused connection from one that broke: an operation that is not idempotent is not tried again, and fails with an `OutcomeUnknownError`.",
};

const resent: Omit<Difference, "on"> = {
  want: { gives: CUSTOMER },
  requests: 3,
  what: "`fetch` itself sends a request again, a POST too, when a connection that served another one before breaks before the answer. The client is not told.",
};

/** A call that goes well, then one whose connection breaks. */
const keptThenBroken = (send: () => typeof fetch): Omit<Check, "name"> => ({
  answers: [found, "reset", found],
  requests: 2,
  run: async ({ client, outcome }) => {
    const own = send();
    const plaid = client({ fetch: (url, init) => own(url, init) });
    await plaid.createCustomer(NEW);
    return outcome(() => plaid.createCustomer(NEW));
  },
  want: { fails: unknown("createCustomer") },
});

/** What the README advises for Deno. */
function fetchWithoutPool(): typeof fetch {
  const { Deno } = globalThis as {
    Deno?: { createHttpClient(options: { poolMaxIdlePerHost: number }): object };
  };
  if (!Deno) return fetch;
  const own = Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  return (url, init) => fetch(url, { ...init, client: own } as RequestInit);
}

/** Connections that fail. */
export const failures: readonly Check[] = [
  {
    name: "nobody listens",
    answers: [],
    run: async ({ client, nobody, outcome }) => {
      const reasons: string[] = [];
      const seen = await outcome(() =>
        client({
          baseUrl: nobody,
          maxRetryDelay: 1,
          hooks: { onRetry: ({ reason }) => reasons.push(reason) },
        }).getCustomer(BODY),
      );
      return [seen, reasons];
    },
    want: [{ fails: network("getCustomer") }, ["NetworkError", "NetworkError"]],
  },
  {
    name: "nobody listens, where nothing may be sent twice",
    answers: [],
    run: async ({ client, nobody, outcome }) => {
      const reasons: string[] = [];
      const seen = await outcome(() =>
        client({
          baseUrl: nobody,
          maxRetryDelay: 1,
          hooks: { onRetry: ({ reason }) => reasons.push(reason) },
        }).createCustomer(NEW),
      );
      return [seen, reasons];
    },
    want: [{ fails: network("createCustomer") }, ["NetworkError", "NetworkError"]],
    differences: [{ ...blind, want: [{ fails: unknown("createCustomer") }, []] }],
  },
  {
    name: "a port that fetch never calls",
    answers: [],
    run: ({ client, outcome }) =>
      outcome(() => client({ baseUrl: "http://127.0.0.1:1", retries: 0 }).getCustomer(BODY)),
    want: { fails: network("getCustomer") },
  },
  {
    name: "a port that fetch never calls, where nothing may be sent twice",
    answers: [],
    run: ({ client, outcome }) =>
      outcome(() => client({ baseUrl: "http://127.0.0.1:1", retries: 0 }).createCustomer(NEW)),
    want: { fails: network("createCustomer") },
    differences: [
      { ...blind, want: { fails: unknown("createCustomer") } },
      {
        on: ["deno"],
        want: { fails: unknown("createCustomer") },
        what: "A port that `fetch` never calls counts as a connection that broke.",
      },
    ],
  },
  ...both("a connection that breaks before the answer", "reset"),
  ...both("a connection that breaks within the answer", cut),
  ...both("an answer shorter than it says", short),
  {
    name: "a connection that served a call before breaks before the answer",
    ...keptThenBroken(() => fetch),
    differences: [{ ...resent, on: ["deno", "chromium"] }],
  },
  {
    name: "the same, with a fetch that keeps no connections, where there is one",
    ...keptThenBroken(fetchWithoutPool),
    differences: [{ ...resent, on: ["chromium"] }],
  },
];
