import { parseArgs } from "node:util";
import { ProblemsError } from "../problem.js";

/** What the command line asks for. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | {
      readonly name: "generate";
      readonly spec: string | undefined;
      readonly out: string | undefined;
      readonly include: readonly string[];
      readonly check: boolean;
      readonly watch: boolean;
      readonly json: boolean;
    };

export const HELP = `clientgen: an OpenAPI document becomes a typed client.

Usage:
  clientgen generate [SPEC] [--out DIR] [--include GLOB] [--check | --watch] [--json]

  SPEC             an OpenAPI 3 document, YAML or JSON. Without it: every client
                   of the nearest clientgen.config.json
  --out DIR        where the .ts files go; default: as the configuration says for SPEC
  --include GLOB   only operations whose operationId or path matches; may be repeated
  --check          write nothing; exit code 1 if a file would change
  --watch          generate again whenever a file of the document changes
  --json           one JSON object for programs: files, operations, schemas, warnings, ms
  --help, --version

Exit codes: 0 done, 1 --check found drift, 2 the document or the options are wrong, 3 a fault of clientgen.
`;

/**
 * Reads the command line.
 *
 * @param args the arguments behind the program's name.
 * @throws {ProblemsError} if they can't be understood.
 */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.version) return { name: "version" };
  const [command, spec, ...more] = positionals;
  if (values.help || command === undefined) return { name: "help" };
  if (command !== "generate") {
    throw usage(`There is no command "${command}".`, "The command is: clientgen generate.");
  }
  if (more.length > 0) {
    throw usage(
      `"${more[0]}" is one argument too many.`,
      "Name one document, or none for all clients.",
    );
  }
  if (values.check && values.watch)
    throw usage("--check and --watch exclude each other.", "Drop one.");
  if (values.out === "") throw usage("--out is empty.", "Name a folder.");
  if (spec === undefined && values.out !== undefined) {
    throw usage("--out needs a document.", "Write: clientgen generate SPEC --out DIR.");
  }
  if (spec === undefined && values.include.length > 0) {
    throw usage("--include needs a document.", "Write: clientgen generate SPEC --include GLOB.");
  }
  const { out, include, check, watch, json } = values;
  return { name: "generate", spec, out, include, check, watch, json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        include: { type: "string", multiple: true, default: [] },
        check: { type: "boolean", default: false },
        watch: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false, short: "h" },
        version: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw usage(`${reason.replace(/\.$/, "")}.`, 'See "clientgen --help".');
  }
}

/** A problem with the command line. */
export function usage(message: string, fix: string): ProblemsError {
  return new ProblemsError([{ severity: "error", location: { file: "clientgen" }, message, fix }]);
}
