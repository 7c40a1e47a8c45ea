import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a process took. */
export interface Taken {
  readonly seconds: number;
  /** Of all threads together, and of all processes that it started. */
  readonly cpuSeconds: number;
  /** The most that one of the processes had at once. */
  readonly megabytes: number;
}

/** A script of Node with its arguments. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const HOOK = new URL("report-usage.mjs", import.meta.url).href;

/**
 * Runs a script in a fresh process.
 *
 * @param limit seconds until it is ended.
 * @param node the executable; this Node's by default.
 * @returns what it took; in words, why it gave nothing.
 */
export async function runMeasured(
  { args, env }: Command,
  cwd: string,
  limit: number,
  node: string = process.execPath,
): Promise<Taken | string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const start = performance.now();
  const child = spawn(node, args, {
    cwd,
    env: { ...process.env, ...env, NODE_OPTIONS: `--import=${HOOK}`, BENCH_USAGE: folder },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: limit * 1000,
    killSignal: "SIGKILL",
  });
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject).once("close", resolve);
    });
    const seconds = (performance.now() - start) / 1000;
    if (code === null) return `over ${limit} s`;
    if (code !== 0) return `failed: ${said.trim().slice(-300)}`;
    return { seconds, ...readUsage(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What {@link HOOK} wrote. */
function readUsage(folder: string): Pick<Taken, "cpuSeconds" | "megabytes"> {
  const usages = readdirSync(folder).map(
    (name) =>
      JSON.parse(readFileSync(join(folder, name), "utf8")) as { maxRSS: number; cpu: number },
  );
  return {
    cpuSeconds: usages.reduce((sum, { cpu }) => sum + cpu, 0) / 1e6,
    megabytes: Math.max(...usages.map(({ maxRSS }) => maxRSS)) / 1024,
  };
}
