import { readFileSync } from "node:fs";
import { HELP, parseCommand } from "./cli-options.js";
import { SandboxError } from "./sandbox-error.js";
import {
  SANDBOX_CREDENTIALS,
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from "./start-sandbox.js";

/**
 * Does what the command line asks for; a started sandbox runs until SIGINT or SIGTERM.
 *
 * @returns The exit code.
 */
export async function runCli(args: readonly string[]): Promise<number> {
  // A closed pipe or a full disk behind them takes words from the user, not the sandbox.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const command = parseCommand(args, process.env);
  if (command.kind === "problem") return fail(command.message);
  if (command.kind === "start") return runSandbox(command.options);
  process.stdout.write(command.kind === "help" ? HELP : `${packageVersion()}\n`);
  return 0;
}

async function runSandbox(options: SandboxOptions): Promise<number> {
  // Before the start, so that a signal which comes early is not lost.
  const stopped = stopSignal();
  let sandbox: Sandbox;
  try {
    sandbox = await startSandbox(options);
  } catch (error) {
    if (error instanceof SandboxError) return fail(error.message);
    throw error;
  }
  process.stdout.write(greeting(sandbox, options.database ?? ":memory:"));
  await stopped;
  await sandbox.close();
  return 0;
}

/** Each signal is heard once: a second Ctrl-C ends the process at once, as it would by default. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function greeting({ url, credentials }: Sandbox, database: string): string {
  const isPublic = credentials === SANDBOX_CREDENTIALS;
  const keys = isPublic
    ? `  export PLAID_CLIENT_ID=${credentials.clientId}\n  export PLAID_SECRET=${credentials.secret}\n`
    : "  (it accepts the PLAID_CLIENT_ID and PLAID_SECRET of its environment)\n";
  const kept =
    database === ":memory:"
      ? "in memory, until it stops (--database FILE keeps them)"
      : `in ${database}`;
  return `Plaid partner sandbox on ${url}

Point a client at it:
${keys}  createCustomerClient({ baseUrl: "${url}" })

End customers are kept ${kept}. Ctrl-C stops the sandbox.
`;
}

function fail(message: string): number {
  process.stderr.write(`plaid-partner-sandbox: ${message}\n`);
  return 2;
}

function packageVersion(): string {
  const file = new URL("../package.json", import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(file, "utf8"));
  return version;
}
