import { expect, test } from "vitest";
import { isEnough, isRaised, releaseType } from "../../src/changeset/release-type.js";

test.each([
  ["major", "0.1.0", "minor"],
  ["major", "0.0.3", "minor"],
  ["major", "1.0.0", "major"],
  ["major", "10.2.0", "major"],
  ["minor", "0.1.0", "minor"],
  ["patch", "0.1.0", "patch"],
] as const)("a %s change of %s is released as %s", (level, version, release) => {
  expect(releaseType(level, version)).toBe(release);
});

test.each([
  [undefined, "patch", false],
  ["patch", "minor", false],
  ["minor", "minor", true],
  ["major", "patch", true],
  [undefined, "none", true],
] as const)("%s for %s: %s", (given, needed, enough) => {
  expect(isEnough(given, needed)).toBe(enough);
});

test.each([
  ["0.1.0", "0.1.0", false],
  ["0.1.0", "0.1.1", true],
  ["0.9.9", "1.0.0", true],
  ["1.0.0", "0.9.9", false],
  ["1.0.0", "1.1.0-next.0", true],
  ["1.1.0-next.0", "1.1.0-next.1", true],
  ["1.1.0-next.1", "1.1.0", true],
  ["1.1.0-next.1", "1.0.0", false],
])("from %s to %s: %s", (before, after, is) => {
  expect(isRaised(before, after)).toBe(is);
});
