import { expect, test } from "vitest";
import { PARTS, readArguments } from "../src/arguments.ts";

test("measures everything by default", () => {
  expect(readArguments([], {})).toMatchObject({
    spec: undefined,
    parts: PARTS,
    rounds: undefined,
    packages: undefined,
    limit: 240,
    write: false,
  });
});

test("takes options before variables", () => {
  const env = { BENCH_SPEC: "a.yaml", BENCH_CACHE: "/cache", BENCH_PACKAGES: "/checkout" };
  expect(readArguments([], env)).toMatchObject({
    spec: "a.yaml",
    cache: "/cache",
    packages: "/checkout",
  });
  const args = ["--spec", "b.yaml", "--only", "types", "--rounds", "3", "--cache", "/other"];
  expect(readArguments([...args, "--packages", "/branch"], env)).toMatchObject({
    spec: "b.yaml",
    packages: "/branch",
    parts: ["types"],
    rounds: 3,
    cache: "/other",
  });
});

test.each([
  [["--only", "speed"], 'There is no part "speed". The parts are calls, imports, sizes, large'],
  [["--rounds", "0"], '--rounds takes a whole number above 0, not "0".'],
  [["--limit", "x"], '--limit takes a whole number above 0, not "x".'],
])("refuses %j", (args, message) => {
  expect(() => readArguments(args, {})).toThrow(message);
});
