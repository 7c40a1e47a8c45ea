import { expect, test } from "vitest";
import { count, median, ratio, show, table } from "../src/figures.ts";

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[10, 9], 9.5],
  [[7], 7],
  [[], Number.NaN],
])("the median of %j is %d", (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});

test.each([
  [0.8351, "0.84"],
  [12.34, "12.3"],
  [99.96, "100.0"],
  [1234.5, "1,235"],
  [1234567, "1,234,567"],
  [Number.NaN, "–"],
])("shows %d as %s", (value, expected) => {
  expect(show(value)).toBe(expected);
});

test("shows whole numbers in full, and ratios", () => {
  expect([count(7), count(1234567), ratio(3, 4)]).toEqual(["7", "1,234,567", "0.75 ×"]);
});

test("a table's columns are as wide as their widest cell", () => {
  expect(table(["a", "long"], [["wide one", "1"]])).toBe(
    "| a        | long |\n| -------- | ---- |\n| wide one | 1    |\n",
  );
});
