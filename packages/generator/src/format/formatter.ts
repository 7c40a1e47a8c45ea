/** What generated code can be formatted by; `auto` looks at the project that it is written to. */
export const FORMATS = ["auto", "prettier", "oxfmt", "none"] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** Formats source text as the project that it is written to does. */
export interface Formatter {
  (text: string, language: "typescript" | "markdown" | "json"): Promise<string>;
}

/** The width of lines where the target folder has no settings of its own. */
export const PRINT_WIDTH = 100;

/** Leaves everything as it is. */
export const unformatted: Formatter = async (text) => text;
