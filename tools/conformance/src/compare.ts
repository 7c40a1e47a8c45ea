import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkTypes } from "./check-types.ts";
import { OUT_OF_TIME, type Outcome } from "./outcome.ts";
import type { Test } from "./run-all.ts";
import type { Trial } from "./test-document.ts";

/** Another generator. */
export interface Other {
  readonly name: string;
  readonly version: string;
  /** Its command's script, below `node_modules`. */
  readonly script: string;
  readonly args: (spec: string, out: string) => string[];
}

export const OTHERS: readonly Other[] = [
  {
    name: "openapi-typescript",
    version: "7.13.0",
    script: "openapi-typescript/bin/cli.js",
    args: (spec, out) => [spec, "-o", join(out, "index.ts")],
  },
  {
    name: "@hey-api/openapi-ts",
    version: "0.99.0",
    script: "@hey-api/openapi-ts/bin/run.js",
    args: (spec, out) => ["-i", spec, "-o", out, "--no-log-file"],
  },
];

/** What they need beside them, at the versions that they ask for. */
const PEERS = ["typescript@5.9.3"];

/** Their output is for bundlers, and is checked by `strict` alone: their own code keeps no stricter rule. */
const RELAXED = {
  exactOptionalPropertyTypes: false,
  noUncheckedIndexedAccess: false,
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2022", "dom", "dom.iterable"],
};

/** Installs the other generators into `cache`, once, with the machine's own npm. */
export function installOthers(cache: string): string {
  const folder = join(cache, "others");
  const modules = join(folder, "node_modules");
  if (OTHERS.every(({ script }) => existsSync(join(modules, script)))) return modules;
  mkdirSync(folder, { recursive: true });
  const packages = [...OTHERS.map(({ name, version }) => `${name}@${version}`), ...PEERS];
  const args = ["install", "--prefix", ".", "--no-audit", "--no-fund", ...packages];
  const shell = process.platform === "win32";
  execFileSync("npm", args, { cwd: folder, shell, stdio: "inherit", timeout: 600_000 });
  return modules;
}

/** Tests documents with another generator, by the same rules. */
export function testOther(other: Other, modules: string, limits: { megabytes: number }): Test {
  return async ({ path, key, spec, out, checkMilliseconds, keep }: Trial): Promise<Outcome> => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const start = performance.now();
    const memory = `--max-old-space-size=${limits.megabytes}`;
    const args = [memory, join(modules, other.script), ...other.args(spec, out)];
    const failure = await run(args, out, checkMilliseconds);
    const generateMs = Math.round(performance.now() - start);
    const reasons =
      failure === undefined
        ? await checkTypes(out, "index.ts", checkMilliseconds, RELAXED)
        : [failure];
    const checkMs = Math.round(performance.now() - start) - generateMs;
    if (!keep) rmSync(out, { recursive: true, force: true });
    const status = reasons.length === 0 ? "passed" : "failed";
    return { path, key, status, reasons: reasons.slice(0, 5), generateMs, checkMs };
  };
}

/** What went wrong, in short. */
async function run(args: string[], cwd: string, timeout: number): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const options = { cwd, timeout, killSignal: "SIGKILL", maxBuffer: 2 ** 28 } as const;
  execFile(process.execPath, args, options, (error, stdout, stderr) => {
    if (!error) resolve(undefined);
    else resolve(error.killed ? OUT_OF_TIME : (stderr || stdout || error.message).slice(-500));
  });
  return promise;
}
