import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GENERATOR_VERSION, RUNTIME_RANGE } from "../src/versions.js";

const versionOf = (path: string) => {
  const text = readFileSync(new URL(path, import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};

test("says the versions of the packages", () => {
  expect(GENERATOR_VERSION).toBe(versionOf("../package.json"));
  const [major, minor] = versionOf("../../runtime/package.json").split(".");
  expect(RUNTIME_RANGE).toMatch(new RegExp(`^\\^${major}\\.${minor}\\.`));
});
