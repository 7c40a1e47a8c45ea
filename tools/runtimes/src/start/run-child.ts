import { spawn } from "node:child_process";

/** A program to run. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** Programs that run, by the id of their process group. */
const running = new Set<number>();

// Whatever ends this process ends them, too.
process.on("exit", () => {
  for (const group of running) kill(group);
});

/**
 * Runs a program to its end, or to that of its time. Of the environment it gets what programs need, and nothing that a
 * client would read.
 *
 * @param limit Milliseconds.
 * @throws Error With the end of what it printed, when it fails or is not done in time.
 */
export function runChild({ file, args }: Command, cwd: string, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      // A group of its own: what it starts ends with it.
      detached: process.platform !== "win32",
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    let printed = "";
    const keep = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4_000));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (pid !== undefined) kill(pid);
    }, limit);
    const done = (problem: string | undefined) => {
      clearTimeout(timer);
      if (pid !== undefined) {
        kill(pid);
        running.delete(pid);
      }
      if (problem === undefined) resolve();
      else reject(new Error(`${file} ${problem}\n${printed}`.trim()));
    };
    child.on("error", (error) => done(`did not start: ${error.message}`));
    child.on("close", (status, signal) => {
      if (late) done(`was not done within ${limit} ms`);
      else done(status === 0 ? undefined : `ended with ${status ?? signal}`);
    });
  });
}

function environment(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "TEMP", "SYSTEMROOT", "LANG"];
  const values = names.map((name) => [name, process.env[name]] as const);
  return Object.fromEntries([
    ...values.filter((pair): pair is [string, string] => pair[1] !== undefined),
    ["NO_COLOR", "1"],
  ]);
}

function kill(group: number): void {
  try {
    process.kill(process.platform === "win32" ? group : -group, "SIGKILL");
  } catch {
    // It has ended.
  }
}
