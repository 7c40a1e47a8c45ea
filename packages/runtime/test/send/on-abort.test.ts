import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { onAbort } from "../../src/send/on-abort.js";

const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

test("tells everybody through one listener, which goes", () => {
  const controller = new AbortController();
  const told: number[] = [];
  const forget = Array.from({ length: 20 }, (_, i) =>
    onAbort(controller.signal, () => void told.push(i)),
  );
  expect(listeners(controller.signal)).toBe(1);
  for (const each of forget.slice(2)) each();
  controller.abort();
  expect(told).toEqual([0, 1]);
  for (const each of forget) each();
  expect(listeners(controller.signal)).toBe(0);
});

test("takes the listener off with the last, and puts it on again", () => {
  const controller = new AbortController();
  const told: string[] = [];
  const forget = onAbort(controller.signal, () => void told.push("first"));
  forget();
  forget();
  expect(listeners(controller.signal)).toBe(0);
  onAbort(controller.signal, () => void told.push("second"));
  expect(listeners(controller.signal)).toBe(1);
  controller.abort();
  expect(told).toEqual(["second"]);
});
