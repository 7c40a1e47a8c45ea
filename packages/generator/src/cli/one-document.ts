import { isUrl } from "../load/address.js";
import { usage } from "./usage.js";

/**
 * The document that a command's arguments name; `undefined` for none.
 *
 * @throws {ProblemsError} for more than one, and for a URL that is none.
 */
export function oneDocument(positionals: readonly string[]): string | undefined {
  const [spec, second] = positionals;
  if (second !== undefined) {
    throw usage(
      `"${second}" is one argument too many.`,
      "Name one document, and the folder with --out.",
    );
  }
  if (spec !== undefined) checkUrl(spec);
  return spec;
}

/**
 * Refuses a URL that can't be read; a path is left to whoever opens it.
 *
 * @throws {ProblemsError} for another scheme than https, http and file, and for one that is cut short.
 */
export function checkUrl(spec: string): void {
  if (isUrl(spec) && (!/^(https?|file):/i.test(spec) || !URL.canParse(spec))) {
    throw usage(`"${spec}" can't be read.`, "Name a file, or an https URL.");
  }
}

/** The folder of `--out`. */
export function readOut(out: string | undefined): string | undefined {
  if (out === "") throw usage("--out is empty.", "Name a folder.");
  return out;
}
