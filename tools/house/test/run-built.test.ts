import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Runs a program as `pnpm clientgen` does; `hash` is what turbo sets in its tasks. */
function runBuilt(filter: string, program: string, args: readonly string[], hash?: string) {
  const { TURBO_HASH: _, ...env } = process.env;
  return spawnSync(process.execPath, ["scripts/run-built.mjs", filter, program, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...env, ...(hash !== undefined && { TURBO_HASH: hash }) },
  });
}

test("a program that needs a build prints what it prints, and ends as it ends", () => {
  const print = "process.stdout.write(process.argv[1]); process.exitCode = 1;";
  const { status, stdout, stderr } = runBuilt("none", "--eval", [print, "{}"], "1");
  expect([status, stdout, stderr]).toEqual([1, "{}", ""]);
});

test("a build that fails is told, and the program does not run", () => {
  const { status, stdout, stderr } = runBuilt("no-such-package", "--eval", ["console.log(1)"]);
  expect([status, stdout]).toEqual([3, ""]);
  expect(stderr).toContain("no-such-package");
});
