import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LiveBody } from "../../src/stream/live-body.js";
import { callState } from "../support/call-state.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What may be set. */
interface Limits {
  readonly timeout?: number;
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  /** Milliseconds since the call began. */
  readonly since?: number;
}

/** A body that gives a chunk whenever `give` is called, and what came of it. */
function start({ since = 0, ...options }: Limits = {}) {
  const told: unknown[] = [];
  const state = {
    cancelled: false,
    controller: undefined as ReadableStreamDefaultController | undefined,
  };
  const stream = new ReadableStream({
    start: (controller) => void (state.controller = controller),
    cancel: () => void (state.cancelled = true),
  });
  const call = callState({ own: { timeout: 1000 }, options });
  call.client.onError = (_, error) => void told.push(error);
  const response = new Response(stream, { headers: { "x-request-id": "r1" } });
  const body = new LiveBody(response, { ...call, started: performance.now() - since });
  return { body, state, told, give: () => state.controller!.enqueue(new Uint8Array([1])) };
}

const failed = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: Error) => error.message,
  );

describe("timeout", () => {
  test("bounds each wait, not the whole, and not what the caller does between", async () => {
    const { body, give, told, state } = start();
    for (let n = 0; n < 5; n++) {
      const read = body.read();
      await vi.advanceTimersByTimeAsync(900);
      give();
      expect(await read).toEqual(new Uint8Array([1]));
      body.delivered++;
      await vi.advanceTimersByTimeAsync(5000);
    }
    const message = failed(body.read());
    await vi.advanceTimersByTimeAsync(1000);
    expect(await message).toBe(
      "updateThing: nothing more of the stream came (items so far: 5) within 1000 ms of the attempt",
    );
    expect(state.cancelled).toBe(true);
    expect(told).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("gives up what nobody begins to read", async () => {
    const { body, state, told } = start();
    await vi.advanceTimersByTimeAsync(1000);
    expect([state.cancelled, told.length]).toEqual([true, 1]);
    expect(await failed(body.read())).toBe(
      "updateThing: nobody began to read the stream within 1000 ms of the attempt",
    );
  });

  test("may be none", () => {
    start({ timeout: Infinity });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("deadline", () => {
  test("bounds the whole, from when the call was sent, also between two reads", async () => {
    const { body, give, state } = start({ deadline: 1500, since: 500 });
    give();
    await body.read();
    await vi.advanceTimersByTimeAsync(999);
    expect(state.cancelled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.cancelled).toBe(true);
    expect(await failed(body.read())).toBe(
      "updateThing: the stream did not end (items so far: 0) within 1500 ms of the call",
    );
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the end", () => {
  test("leaves no timer when the reader closes it", async () => {
    const { body, state, told } = start({ deadline: 5000 });
    body.close();
    expect([vi.getTimerCount(), state.cancelled, told.length]).toEqual([0, true, 0]);
    expect(await body.read()).toBeUndefined();
  });

  test("wakes who waits", async () => {
    const { body } = start();
    const read = body.read();
    body.close();
    expect(await read).toBeUndefined();
  });

  test("the first failure is the one that counts, and is told once", async () => {
    const controller = new AbortController();
    const { body, state, told } = start({ signal: controller.signal });
    const read = failed(body.read());
    state.controller!.error(new Error("broken"));
    expect(await read).toBe("updateThing: the stream broke off, items so far: 0");
    controller.abort();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await failed(body.read())).toBe("updateThing: the stream broke off, items so far: 0");
    expect(told).toMatchObject([{ name: "NetworkError", requestId: "r1" }]);
  });

  test("a body that is not made of bytes is a failure", async () => {
    const { body, state } = start();
    state.controller!.enqueue("text");
    expect(await failed(body.read())).toBe("updateThing: the stream broke off, items so far: 0");
    expect(state.cancelled).toBe(true);
  });

  test("leaves no listener on the caller's signal, whatever it ends by", async () => {
    for (const end of [
      ({ body }: ReturnType<typeof start>) => body.close(),
      ({ state }: ReturnType<typeof start>) => state.controller!.error(new Error("broken")),
    ]) {
      const { signal } = new AbortController();
      const started = start({ signal });
      expect(getEventListeners(signal, "abort")).toHaveLength(1);
      const read = failed(started.body.read());
      end(started);
      await read;
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    }
  });

  test("a signal that is aborted already ends it at once", async () => {
    const { body, state } = start({ signal: AbortSignal.abort("why") });
    expect([state.cancelled, vi.getTimerCount()]).toEqual([true, 0]);
    await expect(body.read()).rejects.toMatchObject({ name: "AbortedError", cause: "why" });
  });
});
