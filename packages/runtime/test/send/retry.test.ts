import { expect, test } from "vitest";
import { type Attempted, retry } from "../../src/send/retry.js";

/** Runs attempts that fail with the words given, until one that starts with "ok". */
async function run(
  outcomes: string[],
  retries: number,
  decide: (outcome: Attempted<string>, number: number) => number | undefined,
) {
  const slept: number[] = [];
  const numbers: number[] = [];
  const plan = {
    retries,
    decide,
    attempt: async (number: number) => {
      numbers.push(number);
      const outcome = outcomes[number - 1]!;
      if (!outcome.startsWith("ok")) throw new Error(outcome);
      return outcome;
    },
    sleep: async (ms: number) => void slept.push(ms),
  };
  const result = await retry(plan).catch((error: Error) => error.message);
  return { result, slept, numbers };
}

test("goes on until the decision is that it is good enough", async () => {
  const decide = (outcome: Attempted<string>, n: number) =>
    "error" in outcome || outcome.value === "ok, but again" ? n * 10 : undefined;
  expect(await run(["bad", "ok, but again", "ok"], 5, decide)).toEqual({
    result: "ok",
    slept: [10, 20],
    numbers: [1, 2, 3],
  });
});

test("ends with the last outcome when no attempt is left, without asking", async () => {
  let asked = 0;
  const decide = () => (asked++, 0);
  expect((await run(["a", "b", "c"], 1, decide)).result).toBe("b");
  expect(asked).toBe(1);
  expect((await run(["a", "b"], 0, decide)).numbers).toEqual([1]);
  expect((await run(["ok, but again"], 0, decide)).result).toBe("ok, but again");
});

test("ends when the decision is not to", async () => {
  expect(await run(["a", "ok"], 5, () => undefined)).toMatchObject({ result: "a", numbers: [1] });
});

test("makes no attempt after a sleep that was ended", async () => {
  let attempts = 0;
  const plan = {
    retries: 3,
    decide: () => 1,
    attempt: async () => void attempts++,
    sleep: () => Promise.reject(new Error("woken")),
  };
  await expect(retry(plan)).rejects.toThrow("woken");
  expect(attempts).toBe(1);
});
