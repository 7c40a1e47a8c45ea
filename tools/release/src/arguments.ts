import { parseArgs } from "node:util";

export const USAGE = `pnpm release:rehearse [--write]

Does a whole release in a throw-away copy of the repository, with what is not committed yet, against a registry that
runs on this machine. Packages of others come from the registry that npm is configured with.

  --write   saves what was seen as docs/release-rehearsal.md
`;

/** What a rehearsal is asked for. */
export interface Options {
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws {TypeError} For what is no option. */
export function readArguments(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      write: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return values;
}
