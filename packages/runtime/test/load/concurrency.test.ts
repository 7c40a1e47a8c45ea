import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import type { Around } from "../../src/around.js";
import { ConfigurationError } from "../../src/errors/configuration-error.js";
import { NetworkError } from "../../src/errors/network-error.js";
import { concurrency } from "../../src/load/concurrency.js";
import { attempt, held, settle } from "../support/attempts.js";

const start = (around: Around, count: number, signal?: AbortSignal) =>
  Array.from({ length: count }, () => {
    const work = held();
    const result = around(attempt({ signal }), work.next);
    // A test looks at it later, or not at all.
    result.catch(() => {});
    return { ...work, result };
  });

const running = (works: readonly { started: () => boolean }[]) =>
  works.map(({ started }) => started());

test("so many run at once, the others first come first served", async () => {
  const works = start(concurrency(2), 5);
  const [a, b, c] = works;
  await settle();
  expect(running(works)).toEqual([true, true, false, false, false]);
  b!.answer();
  await settle();
  expect(running(works)).toEqual([true, true, true, false, false]);
  a!.fail(new Error("broken"));
  c!.answer();
  await settle();
  expect(running(works)).toEqual([true, true, true, true, true]);
  await expect(a!.result).rejects.toThrow("broken");
  await expect(b!.result).resolves.toBeInstanceOf(Response);
});

test("who comes when a place is free does not pass who waits", async () => {
  const around = concurrency(1);
  const [first, second] = start(around, 2);
  await settle();
  first!.answer();
  // The place has been given on, and the one that has it has not begun.
  await first!.result;
  const [third] = start(around, 1);
  await settle();
  expect(running([second!, third!])).toEqual([true, false]);
});

test("a place comes back once, also when the work throws instead of rejecting", async () => {
  const around = concurrency(1);
  const thrown = around(attempt(), () => {
    throw new RangeError("at once");
  });
  const [second, third] = start(around, 2);
  await expect(thrown).rejects.toThrow("at once");
  await settle();
  expect(running([second!, third!])).toEqual([true, false]);
});

describe("a signal", () => {
  test("takes a waiting call out at once, with its reason, and leaves the place to the next", async () => {
    const around = concurrency(1);
    const { signal, ...controller } = withSignal();
    const [first] = start(around, 1);
    const waiting = start(around, 20, signal);
    const [last] = start(around, 1);
    const reason = { no: "error" };
    controller.abort(reason);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    for (const { result } of waiting) await expect(result).rejects.toBe(reason);
    expect(running([...waiting, last!])).not.toContain(true);
    first!.answer();
    await settle();
    expect(running(waiting)).not.toContain(true);
    expect(last!.started()).toBe(true);
  });

  test("that is aborted already ends the call before it counts", async () => {
    const around = concurrency(1);
    const reason = new Error("before");
    const [aborted] = start(around, 1, AbortSignal.abort(reason));
    await expect(aborted!.result).rejects.toBe(reason);
    expect(aborted!.started()).toBe(false);
    const [next] = start(around, 1);
    await settle();
    expect(next!.started()).toBe(true);
  });

  test("that comes between the turn and the work loses no place", async () => {
    const around = concurrency(1);
    const { signal, ...controller } = withSignal();
    const [first] = start(around, 1);
    const second = around(attempt({ signal }), async () => {
      signal.throwIfAborted();
      return new Response();
    });
    const [third] = start(around, 1);
    await settle();
    first!.answer();
    await first!.result;
    controller.abort(new Error("late"));
    await second.catch(() => {});
    await settle();
    expect(third!.started()).toBe(true);
  });

  test("keeps no listener when the turn has come", async () => {
    const { signal } = withSignal();
    const works = start(concurrency(1), 3, signal);
    for (const { answer, result } of works) {
      answer();
      await result;
    }
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

test("a full queue refuses, and says what is full", async () => {
  const around = concurrency({ limit: 1, queue: 2 });
  const works = start(around, 3);
  const [refused] = start(around, 1);
  const error: unknown = await refused!.result.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({
    operation: "updateThing",
    message:
      "updateThing: not sent, because option concurrency lets 1 attempts run and 2 wait at once",
  });
  expect(refused!.started()).toBe(false);
  works[0]!.answer();
  await works[0]!.result;
  const [again] = start(around, 1);
  works[1]!.answer();
  works[2]!.answer();
  again!.answer();
  await expect(again!.result).resolves.toBeInstanceOf(Response);
});

test("a queue of none lets nobody wait", async () => {
  const works = start(concurrency({ limit: 1, queue: 0 }), 2);
  await expect(works[1]!.result).rejects.toBeInstanceOf(NetworkError);
});

test("all is as at first after a thousand calls, some aborted, some failed", async () => {
  const around = concurrency({ limit: 3, queue: 1000 });
  let now = 0;
  let most = 0;
  const calls = Array.from({ length: 1000 }, async (_, i) => {
    const controller = new AbortController();
    const call = around(attempt({ signal: controller.signal }), async () => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
      if (i % 5 === 0) throw new Error("failed");
      return new Response();
    });
    if (i % 3 === 0) controller.abort();
    await call.catch(() => {});
  });
  await Promise.all(calls);
  expect(most).toBe(3);
  const works = start(around, 4);
  await settle();
  expect(running(works)).toEqual([true, true, true, false]);
});

test.each([
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  "5" as unknown as number,
  undefined as unknown as number,
  null as unknown as number,
  { limit: 0 },
  {} as { limit: number },
])("limit %o is refused with how to mend it", (options) => {
  expect(() => concurrency(options)).toThrow(ConfigurationError);
  expect(() => concurrency(options)).toThrow(/limit must be a whole number, 1 or more/);
});

test.each([-1, 0.5, NaN, "3" as unknown as number])("queue %o is refused", (queue) => {
  expect(() => concurrency({ limit: 1, queue })).toThrow(ConfigurationError);
  expect(() => concurrency({ limit: 1, queue })).toThrow(/queue must be a whole number, 0 or more/);
});

function withSignal() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason: unknown) => controller.abort(reason) };
}
