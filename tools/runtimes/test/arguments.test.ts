import { expect, test } from "vitest";
import { readArguments } from "../src/arguments.ts";
import { RUNTIMES } from "../src/runtimes.ts";

const read = (...args: string[]) => readArguments(args, { RUNTIMES_CACHE: "elsewhere" });

test("all runtimes, and the tables are written", () => {
  expect(read()).toEqual({ runtimes: RUNTIMES, cache: "elsewhere", write: true, help: false });
});

test("some runtimes beside the one to compare with, and nothing is written", () => {
  const { runtimes, write } = read("--only", "bun", "--only", "deno");
  expect(runtimes.map(({ id }) => id)).toEqual(["node-24", "bun", "deno"]);
  expect(write).toBe(false);
});

test("the tables are left alone", () => {
  expect(read("--no-write").write).toBe(false);
});

test("what there is not is refused", () => {
  expect(() => read("--only", "nodejs")).toThrow('There is no runtime "nodejs".');
  expect(() => read("--fast")).toThrow(TypeError);
});
