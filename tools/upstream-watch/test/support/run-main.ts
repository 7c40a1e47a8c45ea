import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { run } from "../../src/run.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
/** The repository: `pnpm upstream:watch` runs here. */
const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

/** Runs the command in a process of its own, as `pnpm upstream:watch` does. */
export async function spawnMain(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: ROOT });
  let [out, error] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (error += text.toString()));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, out, error };
}

/** Runs the command in this process, which is much quicker. */
export async function runMain(...args: string[]) {
  let [out, error] = ["", ""];
  const code = await run(args, {
    out: (text) => (out += `${text}\n`),
    error: (text) => (error += `${text}\n`),
  });
  return { code, out, error };
}
