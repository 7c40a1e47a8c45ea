import { expect, test } from "vitest";
import type { AttemptState, CallState } from "../../src/call-state.js";
import { recording } from "../../src/features/recording.js";
import { type ClientError, NetworkError, TimeoutError } from "../../src/index.js";
import { reportError } from "../../src/report-error.js";
import type { Exchange } from "../../src/send/exchange.js";
import { callState, exchangeOf, sendable } from "../support/call-state.js";
import { serve } from "../support/serve.js";
import { client, createThing, failure, updateThing } from "../support/things.js";

type Attempt = (number: number) => Promise<Exchange>;

/** A call whose attempts are recorded, and what was told of its retries and errors. */
function record(attempt: Attempt) {
  const told: unknown[] = [];
  const call = callState({
    features: [
      (client) => {
        client.attempt = (_, __, { number }) => attempt(number);
        client.onRetry = (...view) => void told.push(view);
        client.onError = (_, error) => void told.push((error as ClientError).attempts);
      },
      recording,
    ],
  });
  const run = async (state: Partial<AttemptState>, of: CallState = call) =>
    call.client.attempt(sendable, of, { number: 1, signal: undefined, ...state });
  return { call, run, told };
}

test("gives an error the attempts of its call, in order", async () => {
  const { call, run, told } = record(async (number) => {
    if (number === 2) throw new NetworkError("broken");
    return exchangeOf(503);
  });
  const before = Date.now();
  await run({ number: 1 });
  call.client.onRetry?.(call, 1, 7, exchangeOf(503));
  await expect(run({ number: 2 })).rejects.toThrow("broken");
  call.client.onRetry?.(call, 2, 8.5, new NetworkError("broken"));
  const answer = await run({ number: 3 });
  expect(answer.response.status).toBe(503);
  const error = new NetworkError("over");
  reportError(call, error);
  expect(error.attempts).toEqual([
    { at: expect.any(Number), outcome: "503", delay: 7 },
    { at: expect.any(Number), outcome: "NetworkError", delay: 8.5 },
    { at: expect.any(Number), outcome: "503" },
  ]);
  for (const { at } of error.attempts!) {
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  }
  // Who is told has them already.
  expect(told).toEqual([
    [call, 1, 7, expect.anything()],
    [call, 2, 8.5, expect.any(NetworkError)],
    error.attempts,
  ]);
});

test("names what ended the call before its attempt ended", () => {
  const { call, run } = record(() => new Promise(() => {}));
  void run({});
  const cause = new TimeoutError({ timeout: 1, scope: "call", operation: "op" });
  const error = new NetworkError("unknown", { cause });
  reportError(call, error);
  expect(error.attempts).toMatchObject([{ outcome: "TimeoutError" }]);
});

test("gives nothing to errors before the first attempt, and to those of others", async () => {
  const { call, run } = record(async () => exchangeOf(503));
  const early = new NetworkError("early");
  reportError(call, early);
  expect(early).not.toHaveProperty("attempts");
  await run({});
  const foreign = new Error("of middleware");
  reportError(call, foreign);
  expect(foreign).not.toHaveProperty("attempts");
});

test("leaves the attempts of the call that an error had first", async () => {
  const { call, run } = record(async () => exchangeOf(503));
  await run({});
  const error = new NetworkError("again and again");
  reportError(call, error);
  const first = error.attempts;
  const other = { ...call };
  await run({}, other);
  await run({}, other);
  reportError(other, error);
  expect(error.attempts).toBe(first);
  expect(first).toHaveLength(1);
});

const silent = () => serve(() => {});
const outcomes = (error: Record<string, unknown>) =>
  (error["attempts"] as { outcome: string }[]).map(({ outcome }) => outcome);

test("tells of every attempt, and of the delays between them", async () => {
  const { url } = await serve((response) => response.writeHead(503).end());
  const error = await failure(updateThing(client(url), {}));
  expect(error["attempts"]).toEqual([
    { at: expect.any(Number), outcome: "503", delay: expect.any(Number) },
    { at: expect.any(Number), outcome: "503", delay: expect.any(Number) },
    { at: expect.any(Number), outcome: "503" },
  ]);
});

test.each([
  ["timeout", { timeout: 30, retries: 0 }, "TimeoutError"],
  ["deadline", { deadline: 30 }, "TimeoutError"],
])("tells of an attempt that the %s ends", async (_, limit, name) => {
  const { url } = await silent();
  const error = await failure(updateThing(client(url), {}, limit));
  expect(error).toMatchObject({ name, operation: "updateThing" });
  expect(outcomes(error)).toEqual([name]);
});

test("tells of an attempt that its caller aborts", async () => {
  const controller = new AbortController();
  const { url } = await serve(() => controller.abort());
  const error = await failure(updateThing(client(url), {}, { signal: controller.signal }));
  expect(error).toMatchObject({ name: "AbortedError" });
  expect(outcomes(error)).toEqual(["AbortedError"]);
});

test.each([
  ["TimeoutError", silent, { deadline: 300 }],
  ["NetworkError", () => serve((response) => response.socket!.destroy()), {}],
])("tells of the attempt whose outcome nobody knows after a %s", async (name, start, limit) => {
  const { url } = await start();
  const error = await failure(createThing(client(url), {}, limit));
  expect(error).toMatchObject({
    name: "OutcomeUnknownError",
    operation: "createThing",
    cause: { name, operation: "createThing" },
  });
  expect(outcomes(error)).toEqual([name]);
});

test("tells of none where none was made", async () => {
  const { url } = await silent();
  const things = client(url, { credentials: { id: "a\n" } });
  const error = await failure(updateThing(things, {}, { signal: AbortSignal.abort() }));
  expect(error["attempts"]).toBeUndefined();
});

test("asks again for a credential that did not come in time, whoever asked first", async () => {
  const { url, seen } = await serve((response) => response.end('{"request_id":"r1"}'));
  let asked = 0;
  const key = () => (asked++ ? "key-2" : new Promise<string>(() => {}));
  const things = client(url, { credentials: { id: "i", key } });
  const controller = new AbortController();
  const { signal } = controller;
  const patient = failure(updateThing(things, {}, { timeout: Infinity, signal }));
  const hasty = await failure(updateThing(things, {}, { timeout: 30, retries: 0 }));
  expect(hasty).toMatchObject({ name: "TimeoutError" });
  await updateThing(things, {});
  expect(seen.map(({ headers }) => headers["thing-key"])).toEqual(["key-2"]);
  controller.abort();
  expect(await patient).toMatchObject({ name: "AbortedError" });
});
