import { expect, test } from "vitest";
import { appendPointer, resolvePointer, splitPointer } from "../../src/load/json-pointer.js";

test.each(["a", "a/b", "a~b", "~1", "50%", "", "__proto__"])(
  "carries the segment %j",
  (segment) => {
    const pointer = appendPointer("/first", segment);
    expect(splitPointer(pointer)).toEqual(["first", segment]);
  },
);

test("finds own members alone", () => {
  const root = { a: { "b/c": [1, { d: 2 }] } };
  expect(resolvePointer(root, "")).toBe(root);
  expect(resolvePointer(root, "/a/b~1c/1/d")).toBe(2);
  expect(resolvePointer(root, "/a/toString")).toBeUndefined();
  expect(resolvePointer(root, "/a/b~1c/length")).toBe(2);
  expect(resolvePointer(root, "/a/none/deeper")).toBeUndefined();
});
