import { execFile, type ChildProcess } from "node:child_process";
import { delimiter, join } from "node:path";
import { ROOT } from "./paths.ts";

/** What came of a program. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Longer than anything here takes on a busy machine, in milliseconds. */
const LIMIT = 600_000;

/**
 * The environment for programs that are told what to do in every respect: without the settings that npm and turbo
 * give to what they run, and without those of the user's git; tools come from the workspace.
 */
export function plainEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(npm_|pnpm_|turbo_|vitest|node_env|git_)/i.test(entry[0]),
  );
  return {
    ...Object.fromEntries(own),
    PATH: [join(ROOT, "node_modules/.bin"), process.env["PATH"] ?? ""].join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: join(ROOT, ".no-such-file"),
    GIT_AUTHOR_NAME: "Rehearsal",
    GIT_AUTHOR_EMAIL: "rehearsal@example.com",
    GIT_COMMITTER_NAME: "Rehearsal",
    GIT_COMMITTER_EMAIL: "rehearsal@example.com",
  };
}

/** The settings that npm and pnpm have from the environment: how they reach their registry is among them. */
export function npmSettings(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && /^(npm|pnpm)_config_/i.test(entry[0]),
    ),
  );
}

const running = new Set<ChildProcess>();

/** Notes a process, for {@link endAll}, until it is gone. */
export function note(child: ChildProcess): void {
  running.add(child);
  child.once("exit", () => running.delete(child));
}

/** Ends every program that still runs, for those who leave in the middle. */
export function endAll(): void {
  for (const child of running) child.kill();
}

/** Runs a program to its end. Nothing of the caller's environment is passed on but what `env` has. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = plainEnvironment() }: Place,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env,
      timeout: LIMIT,
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === "win32",
    };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      const status = typeof error?.code === "number" ? error.code : error ? 1 : 0;
      resolve({ status, stdout, stderr: stderr || (status === 0 ? "" : (error?.message ?? "")) });
    });
    note(child);
    // Nobody is there to answer a question.
    child.stdin?.end();
  });
}

/**
 * Runs a program that has to succeed, and gives what it printed.
 *
 * @throws Error With all that the program said, when it does not.
 */
export async function succeed(
  command: string,
  args: readonly string[],
  place: Place,
): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, place);
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stdout}\n${stderr}`);
}
