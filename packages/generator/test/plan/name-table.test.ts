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

test("looks at each of many namesakes a few times", () => {
  let looks = 0;
  const table = new NameTable([], (name) => {
    looks += 1;
    return name.toLowerCase();
  });
  const names = Array.from({ length: 1_000 }, (_, index) => table.take(index % 2 ? "Get" : "get"));
  expect([new Set(names).size, names.at(-1)]).toEqual([1_000, "Get1000"]);
  expect(looks).toBeLessThan(10_000);
});
