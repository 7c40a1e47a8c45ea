import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./repository.js";

/** What came of a program. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The PATH with the workspace's own tools in front. */
const path = [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, PATH: path, ...env }, timeout: 120_000 };
    execFile(command, args, options, (error, stdout, stderr) => {
      const status = typeof error?.code === "number" ? error.code : error ? 1 : 0;
      resolve({ status, stdout, stderr });
    });
  });
}

/** Runs a program that has to succeed, and gives what it printed. */
export async function succeed(...args: Parameters<typeof run>): Promise<string> {
  const { status, stdout, stderr } = await run(...args);
  if (status === 0) return stdout;
  throw new Error(`${args[0]} ${args[1].join(" ")} ended with ${status}:\n${stdout}\n${stderr}`);
}
