import { formatProblem, type Location, type Problem } from "../../problem.js";
import type { Comparison } from "../comparison.js";
import { codeBlock, codeSpan, escapeMarkdown, sentence, tableCell } from "./escape-markdown.js";
import { reportRows, type Row, type Section } from "./report-rows.js";
import { countLevels, headline, judgeWords, type Names, verdictWords } from "./words.js";

/** GitHub takes comments of up to 65,536 characters; some are left for what a workflow adds. */
const MOST = 60_000;

/** Characters that are told of a text that has no end. */
const LONG = { message: 500, compiler: 1_500, name: 200 } as const;

/** Operations that a heading names, and warnings that are told. */
const MOST_NAMES = 5;
const MOST_WARNINGS = 10;

const TABLE_HEAD = "| level | in | change | where | judge |\n| --- | --- | --- | --- | --- |";

/**
 * What reviewers read in a pull request, in GitHub's Markdown: the bump, what each judge says, a table of each operation's
 * changes, and folded the compiler's words. Where that is too long for a comment, these go first.
 *
 * @param most the characters that it may have.
 */
export function markdownReport(comparison: Comparison, names: Names, most = MOST): string {
  const sections = reportRows(comparison);
  const head = headOf(comparison, sections, names);
  const warnings = warningsText(comparison.warnings);
  const full = [head, ...sections.map((one) => sectionText(one, names)), ...warnings].join("\n\n");
  return full.length < most ? `${full}\n` : cut(head, sections, names, most);
}

function headOf(comparison: Comparison, sections: readonly Section[], names: Names): string {
  const levels = sections.flatMap(({ rows }) => rows.map(({ level }) => level));
  const verdicts = verdictWords(comparison).map(([judge, level]) => `${judge}: **${level}**`);
  const file = codeSpan(clip(names.new, LONG.name));
  const since = `Compared with ${codeSpan(clip(names.old, LONG.name))}`;
  const count = levels.length === 0 ? "" : `, ${countLevels(levels)}`;
  return [
    `### ${file}: ${comparison.bump === "none" ? "nothing to release" : comparison.bump}`,
    "",
    `**${headline(comparison)}**`,
    "",
    `${since}${count}. ${verdicts.join(" · ")}`,
  ].join("\n");
}

/** As many changes as there is room for, without the compiler's words. */
function cut(head: string, sections: readonly Section[], names: Names, most: number): string {
  const rest = (count: number) =>
    `\n\n**This report is cut short, for a comment's length:** ${count === 0 ? "what the compiler says is" : `${count} more changes, and what the compiler says, are`} in \`clientgen diff --json\`.\n`;
  const room = most - rest(sections.length * 1_000_000).length;
  let text = head;
  let left = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  for (const { operations, rows } of sections) {
    let heading = `\n\n${headingOf(operations)}\n\n${TABLE_HEAD}\n`;
    for (const row of rows) {
      const item = `${heading}${rowText(row, names)}`;
      if (text.length + item.length > room) return text + rest(left);
      text += item;
      left -= 1;
      heading = "\n";
    }
  }
  return text + rest(left);
}

function sectionText({ operations, rows }: Section, names: Names): string {
  const words = rows.flatMap(compilerWords);
  const fold =
    words.length === 0
      ? []
      : ["", "<details><summary>What the compiler says</summary>", "", ...words, "</details>"];
  return [
    headingOf(operations),
    "",
    TABLE_HEAD,
    ...rows.map((row) => rowText(row, names)),
    ...fold,
  ].join("\n");
}

function headingOf(operations: readonly string[]): string {
  if (operations.length === 0) return "#### All operations";
  const isFew = operations.length <= MOST_NAMES + 1;
  const named = (isFew ? operations : operations.slice(0, MOST_NAMES)).map((name) =>
    codeSpan(clip(name, LONG.name)),
  );
  const more = isFew ? "" : ` and ${operations.length - MOST_NAMES} more`;
  return `#### ${named.join(", ")}${more}`;
}

function rowText(row: Row, names: Names): string {
  const cells = [
    `**${row.level}**`,
    row.direction ?? "",
    [sentence(clip(row.message, LONG.message)), ...acceptedWords(row)].join("<br>"),
    placesText(row, names),
    judgeWords(row),
  ];
  return `| ${cells.map(tableCell).join(" | ")} |`;
}

function acceptedWords({ accepted }: Row): string[] {
  if (accepted === undefined) return [];
  const reason = escapeMarkdown(clip(accepted.reason, LONG.message));
  return [`Accepted until ${escapeMarkdown(accepted.until)}: ${reason}`];
}

/** Most changes are where they were: a pointer is long enough to be said once. */
function placesText({ old, new: now }: Row, names: Names): string {
  if (old === undefined || now === undefined) {
    const place = old ?? now;
    if (place === undefined) return "";
    const line = lineText(place, old ? names.old : names.new);
    return [...(old ? [`was ${line}`] : [line]), ...pointerText(place)].join("<br>");
  }
  const [was, is] = [lineText(old, names.old), lineText(now, names.new)];
  return (
    old.pointer === now.pointer
      ? [was === is ? is : `${is}, was ${was}`, ...pointerText(now)]
      : [`was ${was}`, ...pointerText(old), `is ${is}`, ...pointerText(now)]
  ).join("<br>");
}

/** Of the document itself the heading has said the name. */
function lineText({ file, line }: Location, document: string): string {
  const name = codeSpan(clip(file, LONG.name));
  if (line === undefined) return name;
  return file === document ? `line ${line}` : `${name} line ${line}`;
}

function pointerText({ pointer }: Location): string[] {
  return pointer === undefined ? [] : [codeSpan(clip(pointer, LONG.message))];
}

function compilerWords(row: Row): string[] {
  const lines = clip(row.compiler ?? "", LONG.compiler)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  if (lines.length === 0) return [];
  return [sentence(clip(row.message, LONG.message)), "", ...codeBlock(lines), ""];
}

function warningsText(warnings: readonly Problem[]): string[] {
  if (warnings.length === 0) return [];
  const told = warnings.slice(0, MOST_WARNINGS).map(formatProblem);
  const more = warnings.length - told.length;
  const items = told.map((line) => `- ${escapeMarkdown(clip(line, LONG.compiler))}`);
  return [
    [
      `<details><summary>Warnings: ${warnings.length}</summary>`,
      "",
      ...items,
      ...(more > 0 ? [`- and ${more} more, in \`clientgen diff --json\``] : []),
      "",
      "</details>",
    ].join("\n"),
  ];
}

/** Never between the two halves of a character. */
function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}
