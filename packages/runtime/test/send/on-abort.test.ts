import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { onAbort } from "../../src/send/on-abort.js";

const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

test("tells everybody who has not taken it back, and leaves no listener of the others", () => {
  const controller = new AbortController();
  const told: number[] = [];
  const forget = Array.from({ length: 20 }, (_, i) =>
    onAbort(controller.signal, () => void told.push(i)),
  );
  for (const each of forget.slice(2)) each();
  expect(listeners(controller.signal)).toBe(2);
  controller.abort();
  expect(told).toEqual([0, 1]);
  for (const each of forget) each();
  expect(listeners(controller.signal)).toBe(0);
});

test("can be taken back twice, and then used again", () => {
  const controller = new AbortController();
  const told: string[] = [];
  const forget = onAbort(controller.signal, () => void told.push("first"));
  forget();
  forget();
  onAbort(controller.signal, () => void told.push("second"));
  controller.abort();
  expect(told).toEqual(["second"]);
});

test("tells at once of a signal that is aborted already, and leaves no listener", () => {
  const signal = AbortSignal.abort();
  let told = 0;
  const forget = onAbort(signal, () => void told++);
  expect([told, listeners(signal)]).toEqual([1, 0]);
  forget();
});

test("never tells of no signal", () => {
  onAbort(undefined, () => expect.unreachable())();
});
