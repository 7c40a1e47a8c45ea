import { suggest } from "../check/nearest.js";
import type { LoadingOptions } from "../generate-options.js";
import { LOADING_HELP, LOADING_OPTIONS, readLoading } from "./loading-syntax.js";
import { checkUrl } from "./one-document.js";
import { defineSyntax } from "./syntax.js";
import { usage } from "./usage.js";

/** The levels that `--fail-on` takes, from the least. */
const FAILURES = ["patch", "minor", "major"] as const;

/** What `clientgen diff` is asked for. */
export interface DiffCommand {
  readonly name: "diff";
  readonly old: string;
  readonly new: string;
  readonly format: "text" | "json" | "markdown";
  /** The bump from which on the exit code is 1. */
  readonly failOn: (typeof FAILURES)[number] | undefined;
  /** API reports, for documents whose client the configuration does not name. */
  readonly reports: { readonly old: string; readonly new: string } | undefined;
  readonly loading: LoadingOptions;
}

/** `clientgen diff`, as it is written. */
export const diffSyntax = defineSyntax({
  name: "diff",
  summary: "tells what a change of a document does to callers, and the bump it needs",
  help: `Tells what a change of a document does to callers, and the bump it needs.

Usage:
  clientgen diff OLD NEW [--json | --markdown] [--fail-on LEVEL]
                 [--old-api FILE --new-api FILE] [READING]

  OLD, NEW         an OpenAPI 3 or Swagger 2.0 document each: a file, an https URL, or
                   REF:path for a file of a git commit
  --json           one JSON object for programs: bump, verdicts, changes, warnings, ms
  --markdown       a comment for a pull request
  --fail-on LEVEL  major, minor or patch: exit code 1 if the bump is that or higher
  --old-api FILE, --new-api FILE
                   what a package exports, as API Extractor reports it; a file or REF:path.
                   Default: api/*.api.md of the package whose client the nearest
                   clientgen.config.json makes of NEW, where OLD is REF:path

Breaks that were accepted on purpose stand in accepted-changes.yaml beside NEW; they count as
minor. Each entry: pointer, reason, until (a version), and if need be rule and document.

${LOADING_HELP}`,
  options: {
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    "fail-on": { type: "string" },
    "old-api": { type: "string" },
    "new-api": { type: "string" },
    ...LOADING_OPTIONS,
  },
  read(positionals, values): DiffCommand {
    const [old, now, ...more] = positionals;
    // Empty is what a variable that is not set comes to.
    if (!old || !now || more.length > 0) {
      throw usage("diff compares two documents.", "Write: clientgen diff OLD NEW.");
    }
    // REF:path looks like a URL, too.
    for (const named of [old, now]) if (named.includes("://")) checkUrl(named);
    if (values.json && values.markdown) {
      throw usage("--json and --markdown exclude each other.", "Drop one.");
    }
    const format = values.json ? "json" : values.markdown ? "markdown" : "text";
    return {
      name: "diff",
      old,
      new: now,
      format,
      failOn: readFailure(values["fail-on"]),
      reports: readReports(values["old-api"], values["new-api"]),
      loading: readLoading(values),
    };
  },
});

function readFailure(value: string | undefined): DiffCommand["failOn"] {
  const level = FAILURES.find((one) => one === value);
  if (value === undefined || level !== undefined) return level;
  throw usage(`There is no level "${value}".`, suggest(value, FAILURES));
}

function readReports(old: string | undefined, now: string | undefined): DiffCommand["reports"] {
  if (old === undefined && now === undefined) return undefined;
  if (old && now) return { old, new: now };
  const missing = old ? "--new-api" : "--old-api";
  throw usage(`${missing} is missing.`, "Name both reports, or neither.");
}
