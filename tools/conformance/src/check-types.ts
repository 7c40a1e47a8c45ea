import { execFile } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { resolve } = createRequire(import.meta.url);
const TYPESCRIPT = dirname(resolve("typescript/package.json"));
const RUNTIME = dirname(resolve("@plaid-partner/runtime/package.json"));

/** The strictest that a consumer may have; declarations of libraries are checked, too. */
const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "nodenext",
  types: [],
};

/** Puts the runtime where generated clients below `folder` find it. */
export function linkRuntime(folder: string): void {
  const scope = join(folder, "node_modules", "@plaid-partner");
  mkdirSync(scope, { recursive: true });
  rmSync(join(scope, "runtime"), { force: true });
  symlinkSync(RUNTIME, join(scope, "runtime"), "junction");
}

/** What TypeScript complains about in a client's folder, a line each; none where all is well. */
export async function checkTypes(
  folder: string,
  file: string,
  milliseconds: number,
  relaxed: object = {},
): Promise<string[]> {
  const compilerOptions = { ...COMPILER_OPTIONS, ...relaxed };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  const args = [join(TYPESCRIPT, "bin", "tsc"), "-p", folder, "--pretty", "false"];
  const { promise, resolve: done } = Promise.withResolvers<string[]>();
  const options = { cwd: folder, timeout: milliseconds, killSignal: "SIGKILL" as const };
  execFile(process.execPath, args, { ...options, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
    if (!error) return done([]);
    const lines = (stdout + stderr).split("\n").filter((line) => line !== "");
    done(error.killed ? [`Types are not checked after ${milliseconds / 1_000} s.`] : lines);
  });
  return promise;
}
