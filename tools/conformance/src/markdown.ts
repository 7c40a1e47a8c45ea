import { COLLECTION } from "./collection.ts";
import { count, percent } from "./figures.ts";
import { OUT_OF_TIME, type Outcome } from "./outcome.ts";

/** A run as it is told. */
export interface Run {
  readonly outcomes: readonly Outcome[];
  /** The same for other generators, where they were run. */
  readonly others: readonly { name: string; version: string; outcomes: readonly Outcome[] }[];
  readonly generator: string;
  readonly typescript: string;
  readonly node: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** The figures of a run, and what did not pass, as Markdown. */
export function markdown(run: Run): string {
  const { outcomes, others } = run;
  const { documents, passed, failed, refused, lenient, share } = count(outcomes);
  const seconds = Math.round(
    outcomes.reduce((sum, one) => sum + one.generateMs + one.checkMs, 0) / 1_000,
  );
  return `**${share}** of the documents whose references resolve: ${passed} of ${passed + failed}.

| | |
| --- | --- |
| Documents | ${documents} of ${COLLECTION.name} ${COLLECTION.version} |
| Generated, and their types check | ${passed} |
| Failed | ${failed} |
| Refused: references that lead nowhere | ${refused}, of which ${lenient} pass with \`--lenient\` |
| clientgen, TypeScript, Node.js | ${run.generator}, ${run.typescript}, ${run.node} |
| Time of one processor, generating and checking | ${seconds} s |
| Measured | ${run.date} |
${others.length === 0 ? "" : comparison(run)}${list("Failed", outcomes, "failed")}${list("Refused", outcomes, "refused")}`;
}

function comparison({ outcomes, others, generator }: Run): string {
  const rows = [{ name: "clientgen", version: generator, outcomes }, ...others].map((one) => {
    const passed = one.outcomes.filter(({ status }) => status === "passed").length;
    return `| ${one.name} ${one.version} | ${passed} | ${percent(passed, one.outcomes.length)} |\n`;
  });
  const failures = others.map((one) => `- ${one.name} fails on ${failed(one.outcomes)}.\n`);
  return `
## Beside others

The same documents, of which those with broken references count as well. The types of others are checked by \`strict\` alone.

| | Generated, and types check | Of all |
| --- | --- | --- |
${rows.join("")}
${failures.join("")}`;
}

function failed(outcomes: readonly Outcome[]): string {
  const found = outcomes.filter(({ status }) => status === "failed");
  const names = found.map(({ path, reasons }) =>
    reasons[0] === OUT_OF_TIME ? `\`${path}\` (${OUT_OF_TIME})` : `\`${path}\``,
  );
  return names.join(", ") || "none";
}

function list(title: string, outcomes: readonly Outcome[], status: Outcome["status"]): string {
  const found = outcomes.filter((one) => one.status === status);
  if (found.length === 0) return "";
  const items = found.map(({ path, reasons }) => {
    const shown = reasons.slice(0, 3).map((reason) => `  - ${oneLine(reason)}\n`);
    const more = reasons.length > 3 ? `  - and ${reasons.length - 3} more\n` : "";
    return `- \`${path}\`\n${shown.join("")}${more}`;
  });
  return `\n## ${title}\n\n${items.join("")}`;
}

/** Text of a document as code, on one line. */
function oneLine(text: string): string {
  const line = text.split("\n")[0]?.replaceAll("`", "'").trim() ?? "";
  return `\`${line.length > 160 ? `${line.slice(0, 160)}…` : line}\``;
}

const BEGIN = "<!-- conformance:begin -->";
const END = "<!-- conformance:end -->";

/** Puts figures between the marks of a document. */
export function replaceFigures(text: string, figures: string): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`The text has no ${BEGIN} and ${END}.`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${figures.trim()}\n\n${text.slice(end)}`;
}
