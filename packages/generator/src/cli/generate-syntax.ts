import { suggest } from "../check/nearest.js";
import { type Format, FORMATS } from "../format/formatter.js";
import type { LoadingOptions } from "../generate-options.js";
import { isWeb } from "../load/address.js";
import type { ProblemsError } from "../problem.js";
import { MENDING_HELP, MENDING_OPTIONS, readLoading } from "./loading-syntax.js";
import { oneDocument, readOut } from "./one-document.js";
import { defineSyntax, type Values } from "./syntax.js";
import { usage } from "./usage.js";

/** What `clientgen generate` is asked for. */
export interface GenerateCommand {
  readonly name: "generate";
  readonly spec: string | undefined;
  readonly out: string | undefined;
  readonly include: readonly string[];
  readonly format: Format | undefined;
  readonly check: boolean;
  readonly force: boolean;
  readonly watch: boolean;
  readonly json: boolean;
  readonly loading: LoadingOptions;
}

const OPTIONS = {
  out: { type: "string" },
  include: { type: "string", multiple: true, default: [] as string[] },
  format: { type: "string" },
  check: { type: "boolean", default: false },
  force: { type: "boolean", default: false },
  watch: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  ...MENDING_OPTIONS,
} as const;

/** `clientgen generate`, as it is written. */
export const generateSyntax = defineSyntax({
  name: "generate",
  summary: "makes the client of a document, or all clients of a workspace",
  help: `Makes the client of a document, or all clients of a workspace.

Usage:
  clientgen generate [SPEC] [--out DIR] [--include GLOB] [--format NAME] [--check | --watch]
                     [--force] [--json] [READING]

  SPEC             an OpenAPI 3 or Swagger 2.0 document, YAML or JSON: a file or an https
                   URL. Without it: every client of the nearest clientgen.config.json
  --out DIR        where the .ts files go; default: as the configuration says for SPEC
  --include GLOB   only operations whose operationId or path matches; may be repeated
  --format NAME    auto, prettier, oxfmt or none; auto, the default, is prettier where the
                   output's folder has settings for it, else oxfmt
  --check          write nothing; exit code 1 if a file would change
  --force          do all of it, even if nothing has changed since the last run
  --watch          generate again whenever a file of the document changes
  --json           one JSON object for programs: files, operations, schemas, warnings, ms

${MENDING_HELP}`,
  options: OPTIONS,
  read(positionals, values): GenerateCommand {
    const spec = oneDocument(positionals);
    return readGenerate(spec, readOut(values.out), values);
  },
});

function readGenerate(
  spec: string | undefined,
  out: string | undefined,
  values: Values<typeof OPTIONS>,
): GenerateCommand {
  const { include, check, force, watch, json } = values;
  if (check && watch) throw usage("--check and --watch exclude each other.", "Drop one.");
  if (spec === undefined && out !== undefined) {
    throw usage("--out needs a document.", "Write: clientgen generate SPEC --out DIR.");
  }
  if (spec === undefined && include.length > 0) {
    throw usage("--include needs a document.", "Write: clientgen generate SPEC --include GLOB.");
  }
  if (!include.every(isGlob)) throw usage("--include takes globs.", 'Write --include "get*".');
  if (spec === undefined && values.header.length > 0) {
    throw usage(
      "--header needs a document.",
      'Write: clientgen generate SPEC --header "Name: value".',
    );
  }
  if (watch && spec !== undefined && isWeb(spec)) throw cannotWatch(spec);
  const loading = readLoading(values);
  const format = readFormat(values.format);
  return { name: "generate", spec, out, include, format, check, force, watch, json, loading };
}

/** The longest that picomatch takes has 65,536 characters; nobody writes a tenth of it. */
export function isGlob(glob: unknown): glob is string {
  return typeof glob === "string" && glob !== "" && glob.length <= 5_000;
}

/** Why `--watch` does not go with a document that is no file. */
export function cannotWatch(spec: string): ProblemsError {
  const message = `--watch needs files, and ${spec} is an address.`;
  return usage(message, "Drop --watch, or download the document and name the file.");
}

function readFormat(value: string | undefined): Format | undefined {
  const format = FORMATS.find((name) => name === value);
  if (value !== undefined && format === undefined) {
    throw usage(`There is no format "${value}".`, suggest(value, FORMATS));
  }
  return format;
}
