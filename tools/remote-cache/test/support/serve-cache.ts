import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { onTestFinished } from "vitest";

const MAIN = resolve(import.meta.dirname, "../../src/main.ts");

/** `pnpm cache:serve`, while it runs. */
export interface Serving {
  /** All that it printed until it was ready. */
  readonly text: string;
  /** The variables that it says to set in a POSIX shell. */
  readonly variables: Readonly<Record<string, string>>;
  /** Ends it as Ctrl-C does, and gives its exit code. */
  readonly interrupt: () => Promise<number | null>;
  /** Ends it with no time to tidy up. */
  readonly kill: () => Promise<unknown>;
}

/** Runs the command until it is ready; it ends with the running test. */
export async function serveCache(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const { child, ended, gone } = start(args, env);
  const interrupt = () => {
    child.kill("SIGINT");
    return ended;
  };
  const kill = () => {
    child.kill("SIGKILL");
    return gone;
  };
  onTestFinished(async () => void (await interrupt()));
  let text = "";
  await new Promise<void>((done, fail) => {
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (text.includes("Ctrl-C ends it.")) done();
    });
    void ended.then((code) => fail(new Error(`It has ended with ${code}: ${text}`)));
  });
  const lines = [...text.matchAll(/^ {2}export (\w+)='(.*)'$/gm)];
  return {
    text,
    variables: Object.fromEntries(lines.map(([, name = "", value = ""]) => [name, value])),
    interrupt,
    kill,
  };
}

/** Runs the command to its end. */
export async function failToServe(args: readonly string[]): Promise<[number | null, string]> {
  const { child, ended } = start(args, {});
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (text += part));
  return [await ended, text];
}

function start(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...withoutTurbo(process.env), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((done, fail) => {
    child.once("close", done).once("error", fail);
  });
  // Its streams may be open longer: the server has inherited one.
  const gone = new Promise((done) => child.once("exit", done));
  return { child, ended, gone };
}

/** An environment without what turbo is told by it: the tests' own turbo has its variables, too. */
export function withoutTurbo(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("TURBO_")));
}
