import { expect, test } from "vitest";
import {
  importsOf,
  isAny,
  isDefaultExport,
  isStarExport,
  listensElsewhere,
  packageOf,
  placesOf,
} from "./support/syntax.js";

test("all forms of import are found, and no text or comment is taken for one", () => {
  const text = `
    import a from "a"; import type { B } from "b"; import "c"; export { d } from "d";
    export type { E } from "e"; export * from "f"; type G = import("g").G;
    const h = await import("h"); import i = require("i"); const j = require("j");
    // import k from "k"
    const text = 'import l from "l"';`;
  expect(importsOf(text).sort()).toEqual("abcdefghij".split(""));
});

test("a specifier names its package", () => {
  expect(packageOf("@scope/name/entry/deep.js")).toBe("@scope/name");
  expect(packageOf("name/entry")).toBe("name");
  expect(packageOf("node:fs/promises")).toBe("node:fs");
});

test.each([
  [isStarExport, ['export * from "a";', 'export * as a from "a";'], 'export { a } from "a";'],
  [
    isDefaultExport,
    ["export default 1;", "export default class {}", "export { a as default };"],
    "switch (a) { case 1: export_default(); }",
  ],
  [isAny, ["let a: any;", "type A = Record<string, any[]>;", "b as any;"], 'let any = "any";'],
  [listensElsewhere, ["a.listen(0);", 'a.b.listen(0, "0.0.0.0");'], 'a.listen(0, "127.0.0.1");'],
])("%o finds what it is to find, and nothing else", (looks, wrong, right) => {
  for (const text of wrong) expect(placesOf(`\n${text}`, looks)).toMatchObject([{ line: 2 }]);
  expect(placesOf(right, looks)).toEqual([]);
});
