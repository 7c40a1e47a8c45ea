import { json, pieces } from "./answer.ts";
import type { Answer, Reaction } from "./answer.ts";
import type { Check } from "./check.ts";
import type { Tools } from "./tools.ts";
import { BODY, CUSTOMER, found, NEW } from "./samples.ts";

/** Milliseconds that are over before anything comes, and enough for a request to arrive on a busy machine. */
const SOON = 1_500;

const half: Answer = { ...pieces("application/json", '{"end_customer":'), ending: "stall" };

const late = (operation: string, scope = "attempt") => ({
  is: "ClientError TimeoutError",
  name: "TimeoutError",
  code: "TIMEOUT",
  operation,
  scope,
});
const aborted = {
  fails: {
    is: "ClientError AbortedError",
    name: "AbortedError",
    code: "ABORTED",
    operation: "getCustomer",
  },
  reason: true,
};

/** Makes a call, aborts it with a reason of its own when `ready` is over, and says whether that is the error's cause. */
async function abortWhen(
  ready: (tools: Tools) => Promise<unknown>,
  tools: Tools,
): Promise<unknown> {
  const controller = new AbortController();
  const reason = new Error("enough");
  const call = tools.client().getCustomer(BODY, { signal: controller.signal }).result();
  await ready(tools);
  controller.abort(reason);
  const result = await call;
  if (result.ok) return result.data;
  return { fails: tools.describe(result.error), reason: result.error.cause === reason };
}

const abort = (name: string, reaction: Reaction): Check => ({
  name,
  answers: [reaction],
  run: (tools) => abortWhen(({ received }) => received(1), tools),
  want: aborted,
});

export const limits: readonly Check[] = [
  {
    name: "a timeout before the answer, then another attempt",
    answers: ["stall", found],
    run: ({ client }) => client({ maxRetryDelay: 1 }).getCustomer(BODY, { timeout: 2 * SOON }),
    want: CUSTOMER,
  },
  {
    name: "a timeout within the answer",
    answers: [half],
    run: async ({ client, outcome, closed }) => [
      await outcome(() => client().getCustomer(BODY, { timeout: SOON, retries: 0 })),
      await closed(),
    ],
    want: [{ fails: late("getCustomer") }, true],
  },
  {
    name: "a timeout where nothing may be sent twice",
    answers: ["stall"],
    run: async ({ client, outcome, closed }) => [
      await outcome(() => client().createCustomer(NEW, { timeout: SOON })),
      await closed(),
    ],
    want: [
      {
        fails: {
          is: "ClientError OutcomeUnknownError",
          name: "OutcomeUnknownError",
          code: "OUTCOME_UNKNOWN",
          operation: "createCustomer",
          cause: late("createCustomer"),
        },
      },
      true,
    ],
  },
  {
    name: "a deadline while nothing comes",
    answers: ["stall"],
    run: ({ client, outcome }) => outcome(() => client().getCustomer(BODY, { deadline: SOON })),
    want: { fails: late("getCustomer", "call") },
  },
  {
    name: "a deadline between attempts",
    answers: [json({}, 503, { "retry-after": "20" })],
    run: ({ client, outcome }) => outcome(() => client().getCustomer(BODY, { deadline: SOON })),
    want: { fails: late("getCustomer", "call") },
  },
  {
    name: "aborted before the call",
    answers: [],
    run: async ({ client, describe }) => {
      const reason = { mine: true };
      const result = await client()
        .getCustomer(BODY, { signal: AbortSignal.abort(reason) })
        .result();
      if (result.ok) return result.data;
      return { fails: describe(result.error), reason: result.error.cause === reason };
    },
    want: aborted,
  },
  abort("aborted before the answer", "stall"),
  abort("aborted within the answer", half),
  {
    ...abort("aborted between attempts", json({}, 503, { "retry-after": "20" })),
    run: async (tools) => {
      const controller = new AbortController();
      let waits = () => {};
      const waiting = new Promise<void>((resolve) => (waits = resolve));
      const call = tools
        .client({ hooks: { onRetry: () => waits() } })
        .getCustomer(BODY, { signal: controller.signal })
        .result();
      await waiting;
      controller.abort("enough");
      const result = await call;
      if (result.ok) return result.data;
      return { fails: tools.describe(result.error), reason: result.error.cause === "enough" };
    },
  },
  {
    name: "an abort closes the connection",
    answers: ["stall"],
    run: async (tools) => {
      await abortWhen(({ received }) => received(1), tools);
      return tools.closed();
    },
    want: true,
  },
  {
    name: "AbortSignal.timeout is the caller's abort",
    answers: ["stall"],
    run: async ({ client, describe }) => {
      const signal = AbortSignal.timeout(SOON);
      const result = await client().getCustomer(BODY, { signal }).result();
      if (result.ok) return result.data;
      const { cause } = result.error;
      return {
        fails: describe(result.error),
        reason: cause === signal.reason,
        name: (cause as Error).name,
      };
    },
    want: { ...aborted, name: "TimeoutError" },
  },
  {
    name: "aborted where nothing may be sent twice",
    answers: ["stall"],
    run: async ({ client, received, describe }) => {
      const controller = new AbortController();
      const call = client().createCustomer(NEW, { signal: controller.signal }).result();
      await received(1);
      controller.abort();
      const result = await call;
      return result.ok || describe(result.error);
    },
    want: { ...aborted.fails, operation: "createCustomer" },
  },
];
