import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { sleep } from "../../src/send/sleep.js";
import { timers } from "../support/timers.js";

test("waits, and leaves no listener", async () => {
  const { signal } = new AbortController();
  await sleep(1, signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("ends with the signal's reason, at once", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  const before = timers();
  const sleeping = sleep(1e6, controller.signal);
  controller.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
  expect(timers()).toBe(before);
  await expect(sleep(1e6, controller.signal)).rejects.toBe(reason);
});
