import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runProgram } from "../src/run-program.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const regenerate = (...args: string[]) =>
  runProgram([process.execPath, MAIN, ...args], process.cwd());

test("says what it takes", async () => {
  const { code, stdout } = await regenerate("--help");
  expect(code).toBe(0);
  expect(stdout).toContain("Usage: pnpm regenerate [--since REF] [--check]");
});

test.each([["--sinc"], ["spec/customer.yaml"], ["--check=yes"]])("refuses %s", async (argument) => {
  const { code, stdout, stderr } = await regenerate(argument);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("Usage: pnpm regenerate");
});

test("a program that is not there is told, and fails", async () => {
  const { code, output } = await runProgram(["no-such-program"], process.cwd());
  expect(code).not.toBe(0);
  expect(output).toContain("no-such-program");
});
