import { expect, test } from "vitest";
import { fileNames } from "../../src/plan/file-names.js";

test.each([
  ["updateCustomer", "update-customer"],
  ["con", "con2"],
  ["LPT1", "lpt12"],
  ["日本", "operation"],
  [`get${"Long".repeat(80)}`, `get${"-long".repeat(80)}`.slice(0, 100).replace(/-$/, "")],
])("names the file of %s", (functionName, expected) => {
  expect(fileNames()(functionName)).toBe(expected);
});

test("gives no name twice, in capitals or not", () => {
  const take = fileNames();
  expect([take("list"), take("LIST"), take("x".repeat(200)), take("x".repeat(201))]).toEqual([
    "list",
    "list2",
    "x".repeat(100),
    `${"x".repeat(100)}2`,
  ]);
});
