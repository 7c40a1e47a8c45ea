import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Around } from "../../src/around.js";
import { ConfigurationError } from "../../src/errors/configuration-error.js";
import { rateLimit } from "../../src/load/rate-limit.js";
import { attempt } from "../support/attempts.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Calls that note when they started, in milliseconds from the beginning of the test. */
function starter(around: Around) {
  const zero = performance.now();
  const starts: [name: string, at: number][] = [];
  const start = (name: string, signal?: AbortSignal) => {
    const result = around(attempt({ signal }), async () => {
      starts.push([name, performance.now() - zero]);
      return new Response();
    });
    result.catch(() => {});
    return result;
  };
  return { starts, start };
}

test("so many start at once, the others when those before them are old enough, in their order", async () => {
  const { starts, start } = starter(rateLimit({ requests: 2, per: 1000 }));
  for (const name of ["a", "b", "c", "d", "e"]) void start(name);
  await vi.advanceTimersByTimeAsync(999);
  expect(starts).toEqual([
    ["a", 0],
    ["b", 0],
  ]);
  await vi.advanceTimersByTimeAsync(1001);
  expect(starts.slice(2)).toEqual([
    ["c", 1000],
    ["d", 1000],
    ["e", 2000],
  ]);
});

test("the window slides: a pause gives back what it gave, and no more", async () => {
  const { starts, start } = starter(rateLimit({ requests: 2, per: 1000 }));
  void start("a");
  await vi.advanceTimersByTimeAsync(900);
  for (const name of ["b", "c", "d", "e"]) void start(name);
  await vi.advanceTimersByTimeAsync(2000);
  expect(starts).toEqual([
    ["a", 0],
    ["b", 900],
    ["c", 1000],
    ["d", 1900],
    ["e", 2000],
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  for (const name of ["f", "g", "h"]) void start(name);
  await vi.advanceTimersByTimeAsync(0);
  expect(starts.slice(5).map(([name]) => name)).toEqual(["f", "g"]);
});

test("no window has more than it may, whenever calls come", async () => {
  const requests = 7;
  const per = 100;
  const { starts, start } = starter(rateLimit({ requests, per }));
  // A fixed row of numbers that looks like chance.
  let number = 1;
  for (let i = 0; i < 300; i++) {
    number = (number * 48271) % 2147483647;
    void start(String(i));
    await vi.advanceTimersByTimeAsync(number % 23);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(starts.map(([name]) => name)).toEqual(Array.from({ length: 300 }, (_, i) => String(i)));
  const spans = starts.slice(requests).map(([, at], i) => at - starts[i]![1]);
  expect(Math.min(...spans)).toBe(per);
});

test("nobody passes who waits, though the time has come", async () => {
  const { starts, start } = starter(rateLimit({ requests: 1, per: 100 }));
  void start("a");
  void start("b");
  // The clock has gone on, and the timer has not yet been called.
  const now = performance.now();
  vi.spyOn(performance, "now").mockReturnValue(now + 150);
  void start("c");
  vi.restoreAllMocks();
  await vi.advanceTimersByTimeAsync(300);
  expect(starts.map(([name]) => name)).toEqual(["a", "b", "c"]);
});

test("a timer that comes early waits for the rest", async () => {
  const { starts, start } = starter(rateLimit({ requests: 1, per: 100 }));
  void start("a");
  void start("b");
  const now = vi.spyOn(performance, "now");
  now.mockReturnValueOnce(performance.now() + 99.6);
  await vi.advanceTimersByTimeAsync(100);
  now.mockRestore();
  await vi.advanceTimersByTimeAsync(200);
  expect(starts.map(([name]) => name)).toEqual(["a", "b"]);
});

test("a window longer than a timer counts is kept", async () => {
  const day = 86_400_000;
  const { starts, start } = starter(rateLimit({ requests: 1, per: 30 * day }));
  void start("a");
  void start("b");
  await vi.advanceTimersByTimeAsync(29 * day);
  expect(starts).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(day);
  expect(starts[1]).toEqual(["b", 30 * day]);
});

test("work that fails or throws has started, and holds nobody up", async () => {
  const around = rateLimit({ requests: 1, per: 100 });
  const thrown = around(attempt(), () => {
    throw new RangeError("at once");
  });
  await expect(thrown).rejects.toThrow("at once");
  const { starts, start } = starter(around);
  void start("a");
  await vi.advanceTimersByTimeAsync(99);
  expect(starts).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(starts).toEqual([["a", 100]]);
});

describe("a signal", () => {
  test("takes a waiting call out at once, with its reason, and what it would have taken goes to the next", async () => {
    const { starts, start } = starter(rateLimit({ requests: 1, per: 100 }));
    const controller = new AbortController();
    void start("a");
    const aborted = Array.from({ length: 20 }, () => start("aborted", controller.signal));
    void start("b");
    await vi.advanceTimersByTimeAsync(50);
    const reason = new Error("enough");
    controller.abort(reason);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
    for (const call of aborted) await expect(call).rejects.toBe(reason);
    await vi.advanceTimersByTimeAsync(1000);
    expect(starts).toEqual([
      ["a", 0],
      ["b", 100],
    ]);
  });

  test("that is aborted already ends the call before it counts", async () => {
    const { starts, start } = starter(rateLimit({ requests: 1, per: 100 }));
    const reason = new Error("before");
    await expect(start("aborted", AbortSignal.abort(reason))).rejects.toBe(reason);
    await start("a");
    expect(starts).toEqual([["a", 0]]);
  });
});

describe("timers", () => {
  test("there is one while calls wait, and none when the last has gone", async () => {
    const { start } = starter(rateLimit({ requests: 1, per: 100 }));
    await start("a");
    expect(vi.getTimerCount()).toBe(0);
    const controller = new AbortController();
    void start("b", controller.signal);
    void start("c", controller.signal);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    expect(vi.getTimerCount()).toBe(0);
    const last = start("d");
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(100);
    await last;
    expect(vi.getTimerCount()).toBe(0);
  });

  test("one keeps the process running", () => {
    vi.useRealTimers();
    const { start } = starter(rateLimit({ requests: 1, per: 60_000 }));
    const controller = new AbortController();
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout");
    void start("a");
    const before = timers().length;
    void start("b", controller.signal);
    expect(timers()).toHaveLength(before + 1);
    controller.abort();
    expect(timers()).toHaveLength(before);
  });
});

test.each([
  [{ requests: 0, per: 1000 }, "requests"],
  [{ requests: 1.5, per: 1000 }, "requests"],
  [{ requests: Infinity, per: 1000 }, "requests"],
  [{ per: 1000 }, "requests"],
  [undefined, "requests"],
  [{ requests: 1, per: 0 }, "per"],
  [{ requests: 1, per: NaN }, "per"],
  [{ requests: 1, per: Infinity }, "per"],
  [{ requests: 1, per: "1000" }, "per"],
  [{ requests: 1 }, "per"],
])("%o is refused with how to mend it", (options, name) => {
  const make = () => rateLimit(options as Parameters<typeof rateLimit>[0]);
  expect(make).toThrow(ConfigurationError);
  expect(make).toThrow(`rateLimit: ${name} must be`);
  expect(make).toThrow("{ requests: 10, per: 1000 }");
});
