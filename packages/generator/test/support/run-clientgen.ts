import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built command line. */
export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of `stderr`. */
  readonly problems: readonly string[];
}

export interface RunOptions {
  /** What runs it, instead of the Node that runs the tests. */
  readonly node?: string;
  /** Environment variables beside those of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** The user that it runs as. */
  readonly uid?: number;
}

/** Runs the built `clientgen` in `folder` to its end. */
export async function runClientgen(
  folder: string,
  args: readonly string[],
  { node = process.execPath, env, uid }: RunOptions = {},
): Promise<Finished> {
  const child = spawn(node, [MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid }),
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  return { code, stdout, stderr, problems: stderr.split("\n").filter((line) => line !== "") };
}
