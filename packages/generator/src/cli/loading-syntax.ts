import type { LoadingOptions } from "../generate-options.js";
import { readHeaderLine, readSeconds } from "./loading-options.js";
import type { Values } from "./syntax.js";
import { usage } from "./usage.js";

/** The options of every command that reads documents. */
export const LOADING_OPTIONS = {
  header: { type: "string", multiple: true, default: [] as string[] },
  timeout: { type: "string" },
  "allow-external": { type: "boolean" },
} as const;

/** For commands that make a client; a document that is only read is mended where it can be. */
export const MENDING_OPTIONS = { ...LOADING_OPTIONS, lenient: { type: "boolean" } } as const;

/** What a command's help says of {@link LOADING_OPTIONS}. */
export const LOADING_HELP = `READING, how a document is read:
  --header LINE    "Name: value" for fetching it, sent to its origin alone; may be repeated
  --timeout SECONDS
                   how long fetching a document may take; default: 30
  --allow-external
                   lets references leave its folder or origin, and reach private addresses`;

/** What a command's help says of {@link MENDING_OPTIONS}. */
export const MENDING_HELP = `${LOADING_HELP}
  --lenient        mends what is wrong in it where that is possible, with warnings: a
                   reference that leads nowhere becomes unknown`;

/**
 * How the command line wants documents to be read.
 *
 * @throws {ProblemsError} for a header that HTTP can't send, and for a timeout that is no time.
 */
export function readLoading(
  values: Values<typeof LOADING_OPTIONS> & { readonly lenient?: boolean | undefined },
): LoadingOptions {
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
