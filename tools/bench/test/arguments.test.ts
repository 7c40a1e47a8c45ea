import { expect, test } from "vitest";
import { PARTS, readArguments } from "../src/arguments.ts";

test("measures everything by default", () => {
  expect(readArguments([], {})).toMatchObject({
    spec: undefined,
    parts: PARTS,
    rounds: 7,
    limit: 240,
    write: false,
  });
});

test("takes options before variables", () => {
  const env = { BENCH_SPEC: "a.yaml", BENCH_CACHE: "/cache" };
  expect(readArguments([], env)).toMatchObject({ spec: "a.yaml", cache: "/cache" });
  const args = ["--spec", "b.yaml", "--only", "types", "--rounds", "3", "--cache", "/other"];
  expect(readArguments(args, env)).toMatchObject({
    spec: "b.yaml",
    parts: ["types"],
    rounds: 3,
    cache: "/other",
  });
});

test.each([
  [["--only", "speed"], 'There is no part "speed". The parts are large, growth, types, bundles.'],
  [["--rounds", "0"], '--rounds takes a whole number above 0, not "0".'],
  [["--limit", "x"], '--limit takes a whole number above 0, not "x".'],
])("refuses %j", (args, message) => {
  expect(() => readArguments(args, {})).toThrow(message);
});
