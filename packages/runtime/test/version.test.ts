import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RUNTIME_RANGE, VERSION } from "../src/version.js";

test("version and range are the package's", () => {
  const path = new URL("../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(path, "utf8")) as { version: string };
  expect(VERSION).toBe(version);
  // A caret range: nothing left of and including the first number that is not 0 may change, nothing may be lower.
  const from = RUNTIME_RANGE.slice(1).split(".").map(Number);
  const now = VERSION.split(".").map(Number);
  const fixed = from.findIndex((part) => part > 0);
  expect(RUNTIME_RANGE).toMatch(/^\^\d+\.\d+\.\d+$/);
  expect(now.slice(0, fixed + 1)).toEqual(from.slice(0, fixed + 1));
  expect(now[2]! + now[1]! * 1e6).toBeGreaterThanOrEqual(from[2]! + from[1]! * 1e6);
});
