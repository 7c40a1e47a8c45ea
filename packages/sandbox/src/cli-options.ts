import { parseArgs } from "node:util";
import type { SandboxCredentials } from "./check-credentials.js";
import type { SandboxOptions } from "./start-sandbox.js";

export const HELP = `Usage: plaid-partner-sandbox [options]

A local server that answers as Plaid's partner API does. It listens on 127.0.0.1 only.

Options:
  --port N                    port to listen on; 0, the default, picks a free one
  --database FILE|:memory:    where end customers are kept; default :memory:
  --help                      this text
  --version                   the version of the sandbox

Environment:
  PLAID_CLIENT_ID, PLAID_SECRET    when both are set, the credentials that are accepted;
                                   otherwise a fixed pair, printed at the start

Exit codes: 0 stopped by Ctrl-C or SIGTERM; 2 wrong options, or the port, the database or
Node.js cannot be used.
`;

/** What the command line asks for. */
export type CliCommand =
  { readonly kind: "help" } | { readonly kind: "version" } | StartCommand | CliProblem;

interface StartCommand {
  readonly kind: "start";
  readonly options: SandboxOptions;
}

/** A command line that can't be followed, and why, in one line. */
interface CliProblem {
  readonly kind: "problem";
  readonly message: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Understands the arguments after the program's name, and the credentials of the environment. */
export function parseCommand(args: readonly string[], environment: Environment): CliCommand {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        database: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    }));
  } catch (error) {
    return problem(firstSentence(error));
  }
  if (values.help === true) return { kind: "help" };
  if (values.version === true) return { kind: "version" };
  const { port, database } = values;
  if (port !== undefined && !isPort(port)) {
    return problem("--port must be a whole number from 0 to 65535");
  }
  if (database === "") return problem("--database must be a file or :memory:");
  const credentials = credentialsOf(environment);
  return {
    kind: "start",
    options: {
      ...(port !== undefined && { port: Number(port) }),
      ...(database !== undefined && { database }),
      ...(credentials !== undefined && { credentials }),
    },
  };
}

function credentialsOf(environment: Environment): SandboxCredentials | undefined {
  const { PLAID_CLIENT_ID: clientId, PLAID_SECRET: secret } = environment;
  return clientId && secret ? { clientId, secret } : undefined;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

/** Node.js explains at length how to escape an argument; its first sentence says what is wrong. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const unclear = /^Option '([^']+)' argument is ambiguous/.exec(message);
  if (unclear !== null) return `${unclear[1]} needs a value, not another option`;
  return message.split(/\.\s/, 1)[0] ?? message;
}

function problem(message: string): CliProblem {
  return { kind: "problem", message: `${message}; see --help` };
}
