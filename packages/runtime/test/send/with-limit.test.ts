import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { withLimit } from "../../src/send/with-limit.js";
import { timers } from "../support/timers.js";

type Work<T> = (signal?: AbortSignal) => Promise<T>;

/** The limit of a call, or of an attempt where that is said. */
const limit = <T>(
  timeout: number | undefined,
  signal: AbortSignal | undefined,
  work: Work<T>,
  scope: "call" | "attempt" = "call",
) => withLimit("op", scope, timeout, signal, work);

const never = () => new Promise<never>(() => {});
const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

describe("withLimit", () => {
  test("gives what the work gives, and leaves no listener", async () => {
    const { signal } = new AbortController();
    expect(await limit(1000, signal, async () => 1)).toBe(1);
    const failed = new Error("x");
    await expect(limit(1000, signal, () => Promise.reject(failed))).rejects.toBe(failed);
    await expect(limit(undefined, undefined, () => Promise.reject(failed))).rejects.toBe(failed);
    expect(listeners(signal)).toBe(0);
  });

  test("leaves the signal of work alone that fails by itself: others may listen to it", async () => {
    let inner: AbortSignal | undefined;
    const failed = new Error("no");
    const work = (signal?: AbortSignal) => ((inner = signal), Promise.reject(failed));
    await expect(limit(1000, undefined, work)).rejects.toBe(failed);
    expect(inner?.aborted).toBe(false);
  });

  test("clears up after work that throws at once", async () => {
    const { signal } = new AbortController();
    const before = timers();
    const failed = new Error("no");
    const work = () => {
      throw failed;
    };
    await expect(limit(1000, signal, work)).rejects.toBe(failed);
    expect(listeners(signal)).toBe(0);
    expect(timers()).toBe(before);
  });

  test("gives no signal where nothing ends the work", async () => {
    expect(await limit(undefined, undefined, async (signal) => signal)).toBeUndefined();
    expect(await limit(1000, undefined, async (signal) => signal)).toBeInstanceOf(AbortSignal);
  });

  test("leaves no timer that would keep the process alive", async () => {
    const before = timers();
    await limit(1e6, undefined, async () => expect(timers()).toBe(before + 1));
    expect(timers()).toBe(before);
    await expect(limit(1e6, undefined, () => Promise.reject(new Error("x")))).rejects.toThrow("x");
    expect(timers()).toBe(before);
  });

  test.each(["call", "attempt"] as const)(
    "ends work of a %s that ignores its signal",
    async (scope) => {
      const { signal } = new AbortController();
      await expect(limit(1, signal, never, scope)).rejects.toMatchObject({
        name: "TimeoutError",
        message: `op: no complete answer within 1 ms of the ${scope}`,
        timeout: 1,
        scope,
      });
      expect(listeners(signal)).toBe(0);
    },
  );

  test("tells work through its signal, and not before", async () => {
    let inner: AbortSignal | undefined;
    const ended = limit(1, undefined, (signal) => ((inner = signal), never()));
    expect(inner?.aborted).toBe(false);
    await expect(ended).rejects.toThrow("within 1 ms");
    expect(inner?.aborted).toBe(true);
  });

  test("does not tell work that is done", async () => {
    const controller = new AbortController();
    const inner = await limit(1, controller.signal, async (signal) => signal);
    controller.abort();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(inner?.aborted).toBe(false);
  });

  test("ends a call with the caller's signal, and its reason as the cause", async () => {
    for (const reason of ["enough", new Error("enough"), undefined]) {
      const controller = new AbortController();
      let inner: AbortSignal | undefined;
      const ended = limit(undefined, controller.signal, (signal) => ((inner = signal), never()));
      controller.abort(reason);
      await expect(ended).rejects.toMatchObject({
        name: "AbortedError",
        message: "op: aborted by its signal",
        cause: controller.signal.reason as unknown,
      });
      expect(inner?.aborted).toBe(true);
      expect(listeners(controller.signal)).toBe(0);
    }
  });

  test("ends an attempt with what ended its call", async () => {
    const late = limit(1, undefined, (signal) => limit(1e6, signal, never, "attempt"));
    await expect(late).rejects.toMatchObject({ name: "TimeoutError", timeout: 1, scope: "call" });
    const controller = new AbortController();
    const aborted = limit(1e6, controller.signal, (signal) => limit(1e6, signal, never, "attempt"));
    controller.abort("enough");
    await expect(aborted).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
  });

  test("does nothing when the signal is aborted already", async () => {
    let worked = false;
    const work = async () => void (worked = true);
    const before = timers();
    await expect(limit(1e6, AbortSignal.abort("early"), work)).rejects.toMatchObject({
      name: "AbortedError",
      cause: "early",
    });
    expect([worked, timers()]).toEqual([false, before]);
  });

  test.each([Infinity, 2 ** 31, 1e12])(
    "takes %d ms for no limit, not for none left",
    async (ms) => {
      const work = () => new Promise((resolve) => setTimeout(resolve, 5, "done"));
      expect(await limit(ms, undefined, work)).toBe("done");
    },
  );
});
