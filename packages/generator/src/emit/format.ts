import { format as prettify, resolveConfig, type Options } from "prettier";

/** What generated code is formatted with where the target folder has no settings of its own. */
const DEFAULTS: Options = { printWidth: 100 };

/** Formats source text as the project that it is written to does. */
export interface Formatter {
  (text: string, parser: "typescript" | "markdown"): Promise<string>;
}

/**
 * Makes a formatter with the prettier settings that hold for `target`.
 *
 * @param target absolute path of a file or folder.
 */
export async function createFormatter(target: string): Promise<Formatter> {
  const options = (await resolveConfig(`${target}/index.ts`, { editorconfig: false })) ?? DEFAULTS;
  return (text, parser) => prettify(text, { ...options, parser });
}
