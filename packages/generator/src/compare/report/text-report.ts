import { oneLine } from "../../one-line.js";
import { formatLocation, type Location } from "../../problem.js";
import type { Level } from "../change.js";
import type { Comparison } from "../comparison.js";
import { reportRows, type Row } from "./report-rows.js";
import { countLevels, headline, judgeWords, type Names, someOf, verdictWords } from "./words.js";

/** Of a compiler's message; `--json` has all of it. */
const MOST_LINES = 6;

/** Operations that a heading names. */
const MOST_NAMES = 4;

/** How wide the first two columns are: `  major  response  `. */
const INDENT = 19;

/** How a report looks. */
interface TextOptions {
  /** Columns of the terminal; text is between 60 and 120 wide. */
  readonly width: number;
  readonly colour: boolean;
}

/** What people read in a terminal: the changes of each operation, then the bump and what each judge says. */
export function textReport(comparison: Comparison, names: Names, options: TextOptions): string {
  const paint = painter(options.colour);
  const width = Math.min(120, Math.max(60, options.width)) - INDENT;
  const sections = reportRows(comparison);
  const levels = sections.flatMap(({ rows }) => rows.map(({ level }) => level));
  const verdicts = verdictWords(comparison).map(([judge, level]) => `${judge}: ${level}`);
  const count = levels.length === 0 ? "" : `, ${countLevels(levels)}`;
  return [
    oneLine(`${names.old} -> ${names.new}`),
    ...sections.flatMap(({ operations, rows }) => [
      "",
      paint("bold", oneLine(operations.length === 0 ? "(all)" : someOf(operations, MOST_NAMES))),
      ...rows.flatMap((row) => rowLines(row, width, paint)),
    ]),
    "",
    paint(comparison.bump, headline(comparison)),
    `bump: ${comparison.bump} (${verdicts.join(", ")})${count}`,
  ].join("\n");
}

function rowLines(row: Row, width: number, paint: Paint): string[] {
  const [first = "", ...more] = wrap(oneLine(row.message), width);
  const level = paint(row.level, row.level.padEnd(5));
  const place = row.new ?? row.old;
  const judges = `(${judgeWords(row)})`;
  const at = place === undefined ? judges : `${shortPlace(place)} ${judges}`;
  return [
    `  ${level}  ${(row.direction ?? "").padEnd(8)}  ${first}`,
    ...[
      ...more,
      ...(row.accepted === undefined ? [] : wrap(acceptedWords(row.accepted), width)),
      paint("dim", oneLine(`${row.new === undefined && row.old ? "was " : ""}${at}`)),
      ...compilerLines(row.compiler).map((line) => paint("dim", `| ${line}`)),
    ].map((line) => `${" ".repeat(INDENT)}${line}`),
  ];
}

function acceptedWords({ until, reason }: NonNullable<Row["accepted"]>): string {
  return oneLine(`Accepted until ${until}: ${reason}`);
}

/** Without the pointer, which is long, and said by `--json` and `--markdown`. */
function shortPlace({ file, line, column }: Location): string {
  return formatLocation({ file, ...(line && { line }), ...(line && column && { column }) });
}

function compilerLines(compiler: string | undefined): string[] {
  const lines = (compiler ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length <= MOST_LINES) return lines.map(oneLine);
  const shown = lines.slice(0, MOST_LINES).map(oneLine);
  return [...shown, `… and ${lines.length - MOST_LINES} more lines`];
}

/** Breaks between words; one that is too long stays in one piece. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/ +/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

type Style = Level | "bold" | "dim";
type Paint = (style: Style, text: string) => string;

/** SGR codes (ECMA-48, 8.3.117): on and off. */
const STYLES: Readonly<Record<Style, readonly [number, number]>> = {
  major: [31, 39],
  minor: [33, 39],
  patch: [32, 39],
  none: [32, 39],
  bold: [1, 22],
  dim: [2, 22],
};

function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (style, text) => `\u001b[${STYLES[style][0]}m${text}\u001b[${STYLES[style][1]}m`;
}
