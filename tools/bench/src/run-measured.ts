import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a process took. */
export interface Taken {
  readonly seconds: number;
  /** Of all its threads together. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** A script of Node with its arguments. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const HOOK = new URL("report-usage.mjs", import.meta.url).href;

/**
 * Runs a script in a fresh process of this Node.
 *
 * @param limit seconds until it is ended.
 * @returns what it took; in words, why it gave nothing.
 */
export async function runMeasured(
  { args, env }: Command,
  cwd: string,
  limit: number,
): Promise<Taken | string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const usage = join(folder, "usage.json");
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", HOOK, ...args], {
    cwd,
    env: { ...process.env, ...env, BENCH_USAGE: usage },
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
    const { maxRSS, cpu } = JSON.parse(readFileSync(usage, "utf8")) as Record<string, number>;
    return { seconds, cpuSeconds: (cpu ?? 0) / 1e6, megabytes: (maxRSS ?? 0) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
