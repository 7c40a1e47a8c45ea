import { expect, test } from "vitest";
import { bumpOf, levelOf } from "../../../src/compare/policy/bump.js";
import { makeChange } from "../../support/make-change.js";

const major = makeChange();
const minor = makeChange({ level: "minor" });
const patch = makeChange({ level: "patch" });
const ENTRY = { pointer: "/a", reason: "b", until: "1.0.0", location: { file: "c" } };

test("a judge's level is its highest", () => {
  expect(levelOf([patch, major, minor])).toBe("major");
  expect(levelOf([])).toBe("none");
});

test.each([
  ["one break of two", [major, makeChange()], [major], "major"],
  ["the only break", [major, patch], [major], "minor"],
  ["nothing", [patch], [], "patch"],
  ["no change", [], [], "none"],
])("with %s accepted", (_, changes, accepted, bump) => {
  expect(bumpOf(changes, [{ ...ENTRY, changes: accepted }])).toBe(bump);
});
