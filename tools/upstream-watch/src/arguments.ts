import { parseArgs } from "node:util";

export const USAGE = `pnpm upstream:watch UPSTREAM [--spec FILE] [--differences FILE] [--json | --markdown] [--write]

  UPSTREAM            the published OpenAPI document: a file, or an https URL
  --spec FILE         a document of ours; may be given more than once. Default: those that
                      spec/redocly.yaml lists
  --differences FILE  the differences that are meant. Default: spec/upstream-differences.yaml
  --json              one JSON object for programs
  --markdown          for an issue
  --write             writes into our documents what takes no thought: new optional properties, and new
                      values of enums

Exit code: 0 no unexplained difference, 1 some, or an explanation of nothing, 2 wrong input, 3 a fault of ours.
`;

/** What is asked for. */
export interface Options {
  readonly upstream: string;
  /** Empty: all of spec/redocly.yaml. */
  readonly spec: readonly string[];
  readonly differences: string;
  readonly form: "text" | "json" | "markdown";
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws {TypeError} for what can't be meant. */
export function readArguments(args: readonly string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      spec: { type: "string", multiple: true, default: [] },
      differences: { type: "string", default: "spec/upstream-differences.yaml" },
      json: flag,
      markdown: flag,
      write: flag,
      help: flag,
    },
  });
  const { json, markdown, spec, differences, write, help } = values;
  const [upstream = "", ...more] = positionals.filter((one) => one !== "");
  if (json && markdown) throw new TypeError("--json and --markdown can't be had at once.");
  if (more.length > 0 || (upstream === "" && !help)) {
    throw new TypeError("Name one published document: a file, or an https URL.");
  }
  const form = json ? "json" : markdown ? "markdown" : "text";
  return { upstream, spec, differences, form, write, help };
}
