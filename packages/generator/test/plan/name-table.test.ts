import { expect, test } from "vitest";
import { NameTable } from "../../src/plan/name-table.js";

test("hands out a name once, and then with a suffix", () => {
  const table = new NameTable(["Reserved"]);
  const names = ["A", "A", "A", "Reserved"].map((name) => table.take(name, "Type"));
  expect(names).toEqual(["A", "AType", "AType2", "ReservedType"]);
  expect(table.take("A")).toBe("A2");
});

test("folds names that are the same to a file system", () => {
  const table = new NameTable([], (name) => name.toLowerCase());
  expect([table.take("get"), table.take("Get"), table.has("GET")]).toEqual(["get", "Get2", true]);
});
