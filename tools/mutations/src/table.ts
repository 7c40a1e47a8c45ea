import { cellOf, worthOf, type Worth } from "./judge-outcome.ts";
import type { Outcome } from "./try-edits.ts";

const BEGIN = "<!-- mutations:begin -->";
const END = "<!-- mutations:end -->";
const NOWHERE = "–";

/** The part of docs/mutation-test.md that is measured. */
export function toMarkdown(outcomes: readonly Outcome[], kinds: readonly string[]): string {
  const subjects = [...new Set(outcomes.map(({ subject }) => subject))];
  const count = (worth: Worth) => outcomes.filter((one) => worthOf(one) === worth).length;
  const cells = (kind: string) =>
    subjects.map((subject) => {
      const own = outcomes.filter((one) => one.edit === kind && one.subject === subject);
      return [...new Set(own.map(cellOf))].sort().join("; ") || NOWHERE;
    });
  return [
    `${outcomes.length} edits of ${kinds.length} kinds in ${subjects.length} documents:`,
    "",
    `- ${count("right")} judged as the consumer found it;`,
    `- ${count("missed")} missed: the consumer breaks, and the bump is no major;`,
    `- ${count("wire")} major for what the compiler can't see;`,
    `- ${count("cautious")} major for types that this consumer can live with;`,
    `- ${count("refused")} refused: no client can be made of the edited document.`,
    "",
    `| edit | ${subjects.join(" | ")} |`,
    `| --- |${" --- |".repeat(subjects.length)}`,
    ...kinds.map((kind) => `| ${kind} | ${cells(kind).join(" | ")} |`),
    "",
  ].join("\n");
}

/** Puts what was measured where the page has its place for it. */
export function replaceTable(page: string, measured: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`The page has no ${BEGIN} and ${END}.`);
  }
  return `${before}${BEGIN}\n\n${measured}\n${END}${after}`;
}

/** The cells of the page's table, by kind of edit and document. */
export function readTable(page: string): ReadonlyMap<string, ReadonlyMap<string, string[]>> {
  // The page explains its cells in a table of its own.
  const measured = page.split(BEGIN)[1]?.split(END)[0] ?? "";
  const rows = measured
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => !/^-+$/.test(cells[0] ?? ""));
  const [[, ...subjects] = [], ...kinds] = rows;
  return new Map(
    kinds.map(([kind = "", ...cells]) => [
      kind,
      new Map(subjects.map((subject, index) => [subject, (cells[index] ?? "").split("; ")])),
    ]),
  );
}
