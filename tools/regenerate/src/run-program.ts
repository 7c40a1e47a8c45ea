import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** What a program has left. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, as they came. */
  readonly output: string;
  readonly ms: number;
}

/**
 * Runs a program to its end.
 *
 * @param command the program, with its arguments.
 * @param root absolute path of the repository, in which it runs.
 */
export async function runProgram(command: readonly string[], root: string): Promise<Finished> {
  const [program = "", ...args] = command;
  const start = performance.now();
  const path = [join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    // Programs of packages are scripts of its shell there. What the user has named goes to Node alone.
    shell: process.platform === "win32" && program !== process.execPath,
  });
  let stdout = "";
  let stderr = "";
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    output += text;
  });
  const code = await new Promise<number>((resolve) => {
    child.once("close", (status) => resolve(status ?? 1));
    child.once("error", (error) => {
      stderr += `Could not run ${program}: ${error.message}\n`;
      output = stderr;
      resolve(1);
    });
  });
  return { code, stdout, stderr, output, ms: performance.now() - start };
}
