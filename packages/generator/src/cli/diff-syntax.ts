import type { LoadingOptions } from "../generate-options.js";
import { LOADING_HELP, LOADING_OPTIONS, readLoading } from "./loading-syntax.js";
import { checkUrl } from "./one-document.js";
import { defineSyntax } from "./syntax.js";
import { usage } from "./usage.js";

/** What `clientgen diff` is asked for. */
export interface DiffCommand {
  readonly name: "diff";
  readonly old: string;
  readonly new: string;
  readonly json: boolean;
  readonly loading: LoadingOptions;
}

/** `clientgen diff`, as it is written. */
export const diffSyntax = defineSyntax({
  name: "diff",
  summary: "tells what a change of a document does to callers, and the bump it needs",
  help: `Tells what a change of a document does to callers, and the bump it needs.

Usage:
  clientgen diff OLD NEW [--json] [READING]

  OLD, NEW         an OpenAPI 3 or Swagger 2.0 document each: a file, an https URL, or
                   REF:path for a file of a git commit
  --json           one JSON object for programs: bump, verdicts, changes, warnings, ms

${LOADING_HELP}`,
  options: { json: { type: "boolean", default: false }, ...LOADING_OPTIONS },
  read(positionals, values): DiffCommand {
    const [old, now, ...more] = positionals;
    if (old === undefined || now === undefined || more.length > 0) {
      throw usage("diff compares two documents.", "Write: clientgen diff OLD NEW.");
    }
    // REF:path looks like a URL, too.
    for (const named of [old, now]) if (named.includes("://")) checkUrl(named);
    return { name: "diff", old, new: now, json: values.json, loading: readLoading(values) };
  },
});
