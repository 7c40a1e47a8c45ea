import { spawnSync, type ChildProcess, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The built program. */
export const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** The test's own credentials must not reach the program by accident. */
const { PLAID_CLIENT_ID: _id, PLAID_SECRET: _secret, ...ENVIRONMENT } = process.env;
export { ENVIRONMENT };

interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly node?: string;
  readonly stdio?: StdioOptions;
}

/** Runs the program to its end. */
export function run(
  args: string[],
  { node = process.execPath, stdio = "pipe" }: RunOptions = {},
): Finished {
  // SIGKILL, because a program that hangs in a system call hears no other signal.
  const limits = { timeout: 120_000, killSignal: "SIGKILL" } as const;
  const options = { encoding: "utf8", env: ENVIRONMENT, stdio, ...limits } as const;
  const { status, stdout, stderr } = spawnSync(node, [MAIN, ...args], options);
  return { code: status, stdout, stderr };
}

/** Waits for the end of a program. */
export async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code]: unknown[] = await once(child, "exit");
  return code;
}
