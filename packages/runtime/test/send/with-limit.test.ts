import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { withLimit } from "../../src/send/with-limit.js";
import { timers } from "../support/timers.js";

const limit = (ms: number | undefined, signal?: AbortSignal) => ({
  ms,
  signal,
  expire: () => new Error("expired"),
  abort: (reason: unknown) => new Error(`aborted: ${String(reason)}`),
});
const never = () => new Promise<never>(() => {});

describe("withLimit", () => {
  test("gives what the work gives, and leaves no listener", async () => {
    const { signal } = new AbortController();
    expect(await withLimit(limit(1000, signal), async () => 1)).toBe(1);
    await expect(
      withLimit(limit(1000, signal), () => Promise.reject(new Error("x"))),
    ).rejects.toThrow("x");
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("leaves no timer that would keep the process alive", async () => {
    const before = timers();
    await withLimit(limit(1e6), async () => expect(timers()).toBe(before + 1));
    expect(timers()).toBe(before);
  });

  test("ends work that ignores its signal", async () => {
    const { signal } = new AbortController();
    await expect(withLimit(limit(1, signal), never)).rejects.toThrow("expired");
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("tells work through its signal, with the error as the reason", async () => {
    let inner: AbortSignal | undefined;
    const ended = withLimit(limit(1), (signal) => ((inner = signal), never()));
    const error: unknown = await ended.catch((reason: unknown) => reason);
    expect(inner?.reason).toBe(error);
  });

  test("ends with the caller's signal", async () => {
    const controller = new AbortController();
    const ended = withLimit(limit(undefined, controller.signal), never);
    controller.abort("enough");
    await expect(ended).rejects.toThrow("aborted: enough");
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("does nothing when the signal is aborted already", async () => {
    let worked = false;
    const work = async () => void (worked = true);
    await expect(withLimit(limit(1, AbortSignal.abort("early")), work)).rejects.toThrow(
      "aborted: early",
    );
    expect(worked).toBe(false);
  });

  test.each([Infinity, 2 ** 31, 1e12])(
    "takes %d ms for no limit, not for none left",
    async (ms) => {
      const work = () => new Promise((resolve) => setTimeout(resolve, 5, "done"));
      expect(await withLimit(limit(ms), work)).toBe("done");
    },
  );
});
