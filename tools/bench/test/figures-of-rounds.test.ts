import { expect, test } from "vitest";
import { ratiosOf, spreadOf } from "../src/figures-of-rounds.ts";

test("the spread is the median between both quartiles", () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ middle: 3, low: 2, high: 4 });
  expect(spreadOf([1, 2, 3, 4])).toEqual({ middle: 2.5, low: 1.75, high: 3.25 });
  expect(spreadOf([7])).toEqual({ middle: 7, low: 7, high: 7 });
  expect(spreadOf([])).toEqual({ middle: Number.NaN, low: Number.NaN, high: Number.NaN });
});

test("compares round by round: a round that is slow for both changes nothing", () => {
  const half = { middle: 0.5, low: 0.5, high: 0.5 };
  expect(ratiosOf([50, 5, 500], [100, 10, 1000])).toEqual(half);
  // The medians' own ratio would be 50 to 60.
  expect(ratiosOf([50, 5, 70], [60, 100, 7]).middle).toBeCloseTo(0.833, 3);
});

test("compares no lists of different length", () => {
  expect(() => ratiosOf([1, 2], [1])).toThrow("2 rounds can't be compared with 1");
});
