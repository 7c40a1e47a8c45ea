/** An API report of a built package, as API Extractor writes it. */
export interface Report {
  /** The file, as the user calls it. */
  readonly shown: string;
  readonly text: string;
}

/** The declarations of a report. */
export interface ReportCode {
  readonly text: string;
  /** How many lines of the report stand before its first. */
  readonly linesBefore: number;
}

/** Takes the declarations out of a report's Markdown; none where it has none. */
export function codeOf({ text }: Report): ReportCode {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^```tsx?\s*$/.test(line));
  if (start === -1) return { text: "export {};\n", linesBefore: 0 };
  const length = lines.slice(start + 1).findIndex((line) => /^```\s*$/.test(line));
  const inside = lines.slice(start + 1, length === -1 ? undefined : start + 1 + length);
  // Without it, a file of declarations would export what it only needs, too.
  return { text: `${inside.join("\n")}\nexport {};\n`, linesBefore: start + 1 };
}
