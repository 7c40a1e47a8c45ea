import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { findChromium } from "./find-chromium.ts";
import { install } from "./install.ts";
import { programIn, type Runtime } from "./runtimes.ts";

const execute = promisify(execFile);

/** A runtime that is there. */
export interface Located {
  readonly runtime: Runtime;
  /** The program itself, or for workerd the folder that miniflare is installed in. */
  readonly file: string;
}

/** What looking for a runtime depends on. */
export interface Search {
  /** Where runtimes are kept that npm installs. */
  readonly cache: string;
  /** Milliseconds that installing one may take. */
  readonly limit: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds a runtime on this machine, or installs it into the cache.
 *
 * @throws Error When it is neither there nor to be installed.
 */
export async function locate(runtime: Runtime, { cache, limit, env }: Search): Promise<Located> {
  const file = await fileOf();
  if (file !== undefined) return { runtime, file };
  throw new Error("It is not installed here: set CHROMIUM to its program.");

  async function fileOf() {
    if (runtime.install === undefined) return findChromium(env);
    if (runtime.platform === "node") {
      const there = await findNode(runtime, env);
      if (there !== undefined) return there;
    }
    const folder = await install(cache, runtime.install, limit);
    return runtime.platform === "workerd" ? folder : programIn(folder, runtime);
  }
}

/** A Node.js of this machine that has the major version of a runtime. */
async function findNode({ id }: Runtime, env: Search["env"]): Promise<string | undefined> {
  const program = process.platform === "win32" ? "node.exe" : "node";
  const onPath = (env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, program));
  const npms = env["npm_node_execpath"];
  const files = [process.execPath, ...(npms ? [npms] : []), ...onPath];
  for (const file of new Set(files.filter((each) => existsSync(each)))) {
    const [major] = (await versionOf(file)).split(".");
    if (`node-${major}` === id) return file;
  }
  return undefined;
}

/** The version that a program says it has. */
export async function versionOf(file: string): Promise<string> {
  const { stdout } = await execute(file, ["--version"], { timeout: 30_000 });
  return /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? "unknown";
}
