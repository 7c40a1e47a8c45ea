import { expect, test } from "vitest";
import { isReached, isVersion } from "../../../src/compare/accepted/version.js";

test.each(["0.5.0", "1.0.0-next.1", "10.20.30+build.7"])("%s is a version", (text) => {
  expect(isVersion(text)).toBe(true);
});

test.each(["", "1", "0.5", "v0.5.0", "0.5.x", "^0.5.0", "1.0.0-", "1.0.0 "])(
  "%j is none",
  (text) => {
    expect(isVersion(text)).toBe(false);
  },
);

test.each([
  ["0.5.0", "0.4.9", false],
  ["0.5.0", "0.5.0", true],
  ["0.5.0", "0.5.1", true],
  ["0.5.0", "0.10.0", true],
  ["0.10.0", "0.9.0", false],
  ["0.5.0", "1.0.0", true],
  ["2.0.0", "1.9.9", false],
  ["0.5.0", "0.5.0-next.1", false],
  ["0.5.0", "0.5.1-next.1", true],
  ["0.5.0-next.1", "0.5.0-next.1", true],
  ["0.5.0", "workspace", false],
])("until %s, at %s: %s", (until, version, reached) => {
  expect(isReached(until, version)).toBe(reached);
});
