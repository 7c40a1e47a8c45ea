import { expect, test } from "vitest";
import { atMost } from "../src/at-most.js";

test("runs so many tasks at once, each in its turn, and gives what comes of them", async () => {
  const run = atMost(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const all = Promise.all(
    [0, 1, 2, 3, 4].map((name) =>
      run(async () => {
        started.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
        return name * 10;
      }),
    ),
  );
  for (const expected of [
    [0, 1],
    [0, 1, 2],
    [0, 1, 2, 3],
    [0, 1, 2, 3, 4],
  ]) {
    await new Promise(setImmediate);
    expect(started).toEqual(expected);
    ends.shift()?.();
  }
  for (const end of ends) end();
  expect(await all).toEqual([0, 10, 20, 30, 40]);
});

test("goes on after a task that fails", async () => {
  const run = atMost(1);
  const failing = run(() => Promise.reject(new Error("No.")));
  const next = run(async () => "done");
  await expect(failing).rejects.toThrow("No.");
  expect(await next).toBe("done");
});
