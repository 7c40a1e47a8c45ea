import { parseArgs } from "node:util";
import { suggest } from "../check/nearest.js";
import { type Format, FORMATS } from "../format/formatter.js";
import { isUrl, isWeb } from "../load/address.js";
import type { ProblemsError } from "../problem.js";
import type { LoadingOptions } from "../generate-options.js";
import { readHeaderLine, readSeconds } from "./loading-options.js";
import { misunderstood, unknownCommand, usage } from "./usage.js";

/** What the command line asks for. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | {
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
  | {
      readonly name: "init";
      readonly spec: string;
      readonly packageName: string;
      readonly out: string | undefined;
      readonly loading: LoadingOptions;
    }
  | {
      readonly name: "diff";
      readonly old: string;
      readonly new: string;
      readonly json: boolean;
      readonly loading: LoadingOptions;
    };

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
  if (values.help || command === undefined || command === "help") return { name: "help" };
  if (command === "diff") return readDiff([spec, ...more], values);
  if (command !== "generate" && command !== "init") {
    throw unknownCommand(command, ["generate", "init", "diff"]);
  }
  if (more.length > 0) {
    throw usage(
      `"${more[0]}" is one argument too many.`,
      "Name one document, and the folder with --out.",
    );
  }
  if (spec !== undefined && isUrl(spec)) checkUrl(spec);
  if (values.out === "") throw usage("--out is empty.", "Name a folder.");
  return command === "init" ? readInit(spec, values) : readGenerate(spec, values);
}

type Values = ReturnType<typeof parse>["values"];

function readGenerate(spec: string | undefined, values: Values): Command {
  const { out, include, check, force, watch, json, name } = values;
  if (name !== undefined) throw usage("--name belongs to init.", "Drop it.");
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

function readFormat(value: string | undefined): Format | undefined {
  const format = FORMATS.find((name) => name === value);
  if (value !== undefined && format === undefined) {
    throw usage(`There is no format "${value}".`, suggest(value, FORMATS));
  }
  return format;
}

function readInit(spec: string | undefined, values: Values): Command {
  const { name, out, include, format, check, force, watch, json } = values;
  const fix = "Write: clientgen init SPEC --name PACKAGE [--out DIR].";
  if (spec === undefined) throw usage("init needs a document.", fix);
  if (name === undefined) throw usage("init needs the new package's name.", fix);
  if (!/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name) || name.length > 214) {
    throw usage(`"${name}" is no name for an npm package.`, "Use lower case: @scope/name or name.");
  }
  if (check || force || watch || json || include.length > 0 || format !== undefined) {
    const taken = "--header, --timeout, --allow-external and --lenient";
    throw usage(`Besides --name and --out, init takes ${taken} alone.`, fix);
  }
  return { name: "init", spec, packageName: name, out, loading: readLoading(values) };
}

function readDiff(named: readonly (string | undefined)[], values: Values): Command {
  const [old, now, ...more] = named;
  if (old === undefined || now === undefined || more.length > 0) {
    throw usage("diff compares two documents.", "Write: clientgen diff OLD NEW.");
  }
  return { name: "diff", old, new: now, json: values.json, loading: readLoading(values) };
}

function readLoading(values: Values): LoadingOptions {
  const headers = values.header.map((line) => {
    const header = readHeaderLine(line);
    // Without a word of it: it may be a secret.
    if (!header) throw usage("A header can't be sent.", 'Write --header "Name: value".');
    return header;
  });
  const timeout = readSeconds(values.timeout);
  if (values.timeout !== undefined && timeout === undefined) {
    throw usage(`--timeout takes seconds, not "${values.timeout}".`, "Write --timeout 60.");
  }
  return {
    headers: headers.length === 0 ? undefined : Object.fromEntries(headers),
    timeout,
    allowExternal: values["allow-external"],
    lenient: values.lenient,
  };
}

function checkUrl(spec: string): void {
  if (!/^(https?|file):/i.test(spec) || !URL.canParse(spec)) {
    throw usage(`"${spec}" can't be read.`, "Name a file, or an https URL.");
  }
}

/** Why `--watch` does not go with a document that is no file. */
export function cannotWatch(spec: string): ProblemsError {
  const message = `--watch needs files, and ${spec} is an address.`;
  return usage(message, "Drop --watch, or download the document and name the file.");
}

const OPTIONS = {
  out: { type: "string" },
  include: { type: "string", multiple: true, default: [] as string[] },
  format: { type: "string" },
  check: { type: "boolean", default: false },
  force: { type: "boolean", default: false },
  watch: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  header: { type: "string", multiple: true, default: [] as string[] },
  timeout: { type: "string" },
  "allow-external": { type: "boolean" },
  lenient: { type: "boolean" },
  name: { type: "string" },
  help: { type: "boolean", default: false, short: "h" },
  version: { type: "boolean", default: false },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw misunderstood(reason, Object.keys(OPTIONS));
  }
}
