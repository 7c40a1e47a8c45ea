import { EventEmitter, getEventListeners, getMaxListeners, setMaxListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { sharing } from "../../src/features/sharing.js";
import { callState, exchangeOf, sendable } from "../support/call-state.js";

/** Sends as many calls with a signal, each of which waits. */
function send(count: number, signal: AbortSignal | undefined) {
  let sent = 0;
  const call = callState({
    features: [
      (client) => {
        client.send = async () => (sent++, exchangeOf(200));
      },
      sharing,
    ],
    options: signal ? { signal } : {},
  });
  const all = Array.from({ length: count }, () => call.client.send(sendable, call));
  return Promise.all(all).then(() => sent);
}

test("lets many calls share a signal", async () => {
  const { signal } = new AbortController();
  // As Node 20 has it.
  setMaxListeners(10, signal);
  expect(await send(20, signal)).toBe(20);
  expect(getMaxListeners(signal)).toBe(0);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("sends calls without a signal", async () => {
  expect(await send(2, undefined)).toBe(2);
  expect(getMaxListeners(new EventEmitter())).toBe(10);
});

test("does without Node", async () => {
  for (const other of [undefined, {}, { getBuiltinModule: () => undefined }]) {
    vi.stubGlobal("process", other);
    try {
      expect(await send(1, new AbortController().signal)).toBe(1);
    } finally {
      vi.unstubAllGlobals();
    }
  }
});

test("takes signals that are none of Node's", async () => {
  const target = new EventTarget();
  const foreign = {
    aborted: false,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  };
  expect(await send(1, foreign as unknown as AbortSignal)).toBe(1);
});
