import { describe, expect, test } from "vitest";
import type { CallState } from "../../src/call-state.js";
import { ConfigurationError, NetworkError, TimeoutError } from "../../src/index.js";
import { send } from "../../src/send/send.js";
import { callState, type CallParts, exchangeOf, sendable } from "../support/call-state.js";
import { failure } from "../support/things.js";

/** What an attempt comes to: a status, or an error and how far it came. */
type Outcome = number | { error: Error; stage: CallState["stage"] };

const broken = (stage: CallState["stage"]) => ({ error: new NetworkError("broken"), stage });

/** Sends a call whose attempts come to these outcomes, one after the other. */
function run(outcomes: readonly Outcome[], parts: CallParts = {}, request = sendable) {
  const call = callState({ ...parts, own: { maxRetryDelay: 0, ...parts.own } });
  const retries: unknown[] = [];
  let attempts = 0;
  Object.assign(call.client, {
    attempt: async (_: unknown, state: CallState, { number }: { number: number }) => {
      expect([number, state.stage]).toEqual([++attempts, "before"]);
      const outcome = outcomes[number - 1]!;
      if (typeof outcome === "number") return exchangeOf(outcome);
      state.stage = outcome.stage;
      throw outcome.error;
    },
    onRetry: (_: unknown, number: number, delay: number, outcome: unknown) =>
      void retries.push([number, delay, outcome]),
  });
  const sent = send(request, call).then(({ response }) => response.status);
  return { call, sent, retries, attempts: () => attempts };
}

const create = { idempotent: false };

describe("attempts", () => {
  test("go on until one is good enough, and are told of", async () => {
    const lost = broken("unknown");
    const { sent, retries } = run([503, lost, 200]);
    expect(await sent).toBe(200);
    expect(retries).toEqual([
      [1, 0, expect.objectContaining({ body: "" })],
      [2, 0, lost.error],
    ]);
  });

  test("end with the last outcome when none is left", async () => {
    expect(await run([503, 502, 500, 200]).sent).toBe(500);
    const last = broken("before");
    const { sent, attempts } = run([503, last, 200], { options: { retries: 1 } });
    expect(await failure(sent)).toBe(last.error);
    expect(attempts()).toBe(2);
  });

  test.each([
    ["the call", { options: { retries: 1 }, own: { retries: 3 } }, 2],
    ["the document", { operation: { retry: { retries: 1 } } }, 2],
    [
      "the client before the document",
      { operation: { retry: { retries: 1 } }, own: { retries: 3 } },
      4,
    ],
    ["the call more", { options: { retries: 0 }, operation: { retry: { retries: 3 } } }, 1],
    ["the client", { own: { retries: 3 } }, 4],
    ["nobody", {}, 3],
  ])("are as many as %s says", async (_, parts, expected) => {
    const { sent, attempts } = run(Array<number>(9).fill(503), parts);
    expect(await sent).toBe(503);
    expect(attempts()).toBe(expected);
  });

  test("end where another is not safe, or of no use", async () => {
    expect(await run([500, 200], { operation: create }).sent).toBe(500);
    expect(await run([400, 200]).sent).toBe(400);
    const refused = broken("permanent");
    expect(await failure(run([refused, 200]).sent)).toBe(refused.error);
    const missing = { error: new ConfigurationError("missing"), stage: "before" } as const;
    expect(await failure(run([missing, 200]).sent)).toBe(missing.error);
    const foreign = { error: new RangeError("of a wrapper"), stage: "before" } as const;
    expect(await failure(run([foreign, 200]).sent)).toBe(foreign.error);
  });

  test("follow no body that is used up", async () => {
    const request = { ...sendable, body: new ReadableStream() };
    expect(await run([503, 200], {}, request).sent).toBe(503);
  });
});

describe("the budget", () => {
  test("is spent by retries, and then there are none", async () => {
    const { call, sent, attempts } = run(Array<number>(9).fill(503), {
      own: { retryBudget: 2, retries: 8 },
    });
    expect(await sent).toBe(503);
    expect([attempts(), call.client.budget]).toEqual([3, 0]);
  });

  test("grows by a tenth with each call that succeeds, up to what it was", async () => {
    const own = { retryBudget: 2 };
    const { call, sent } = run([503, 200], { own });
    expect(await sent).toBe(200);
    expect(call.client.budget).toBeCloseTo(1.1);
    const untouched = run([200], { own });
    await untouched.sent;
    expect(untouched.call.client.budget).toBe(2);
    const failed = run([400], { own });
    failed.call.client.budget = 1;
    await failed.sent;
    expect(failed.call.client.budget).toBe(1);
  });

  test.each([
    [0, 1],
    [0.9, 1],
    [Infinity, 3],
  ])("of %d allows %d attempts", async (retryBudget, expected) => {
    const { sent, attempts } = run([503, 503, 503], { own: { retryBudget } });
    await sent;
    expect(attempts()).toBe(expected);
  });
});

describe("an outcome that nobody knows", () => {
  const late = new TimeoutError({ timeout: 5, scope: "attempt", operation: "createThing" });

  test.each([
    ["a connection that broke", broken("unknown").error],
    ["a timeout", late],
  ])("is told of where the operation must not happen twice: %s", async (_, error) => {
    const operation = { ...create, id: "createThing", check: "getThing" };
    const { sent, attempts } = run([{ error, stage: "unknown" }, 200], { operation });
    expect(await failure(sent)).toMatchObject({
      name: "OutcomeUnknownError",
      message: `createThing: may have taken effect, look with getThing. ${error.message}`,
      cause: error,
    });
    expect(attempts()).toBe(1);
  });

  test("says nothing of another operation where the document names none", async () => {
    const { sent } = run([broken("unknown")], { operation: create });
    expect((await failure(sent)).message).toBe("updateThing: may have taken effect. broken");
  });

  test("is none where the operation may happen twice, or did not begin", async () => {
    for (const [stage, operation] of [
      ["unknown", {}],
      ["before", create],
      ["permanent", create],
    ] as const) {
      const outcome = broken(stage);
      const options = { retries: 0 };
      expect(await failure(run([outcome], { operation, options }).sent)).toBe(outcome.error);
    }
    const error = new RangeError("of middleware");
    expect(await failure(run([{ error, stage: "unknown" }], { operation: create }).sent)).toBe(
      error,
    );
  });
});

describe("the delay before another attempt", () => {
  const slow = { maxRetryDelay: 1e6 };
  const asked = { ...exchangeOf(503, "", { "retry-after": "1000" }) };

  /** A call that waits, and what ends it. */
  function waiting(parts: CallParts) {
    const call = callState({ ...parts, own: slow });
    let attempts = 0;
    call.client.attempt = async () => (attempts++, asked);
    return { sent: send(sendable, call), attempts: () => attempts };
  }

  test("ends with the caller's signal", async () => {
    const controller = new AbortController();
    const { sent, attempts } = waiting({ options: { signal: controller.signal } });
    setTimeout(() => controller.abort("enough"), 1);
    expect(await failure(sent)).toMatchObject({ name: "AbortedError", cause: "enough" });
    expect(attempts()).toBe(1);
  });

  test("ends with the deadline", async () => {
    const { sent, attempts } = waiting({ options: { deadline: 5 } });
    expect(await failure(sent)).toMatchObject({ name: "TimeoutError", scope: "call", timeout: 5 });
    expect(attempts()).toBe(1);
  });
});

test("nothing is sent where the signal is aborted already", async () => {
  const { sent, attempts } = run([200], { options: { signal: AbortSignal.abort("early") } });
  expect(await failure(sent)).toMatchObject({ name: "AbortedError", cause: "early" });
  expect(attempts()).toBe(0);
});
