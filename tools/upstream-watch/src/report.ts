import { formatLocation } from "./location.ts";
import { code, oneLine } from "./document-text.ts";
import { describe, type Difference } from "./difference.ts";
import type { Explained } from "./explanations.ts";
import type { Proposal } from "./propose/propose-edits.ts";

/** One document of ours beside the published one, as it is told. */
export interface Told extends Explained {
  readonly ours: string;
  readonly upstream: string;
  /** The `info.version` of the published one. */
  readonly version: string;
  readonly proposal: Proposal;
}

/** Lines for a terminal. */
export function toText(told: Told): string {
  const { ours, upstream, version, unexplained, explained, stale, proposal } = told;
  const written = new Set(proposal.written);
  return [
    `${ours} beside ${upstream} (${oneLine(version)}): ${count(unexplained.length, "unexplained difference")}, ${explained.length} explained.`,
    ...unexplained.map((one) =>
      [
        "",
        describe(one),
        `  ours      ${formatLocation(one.ours)}`,
        `  upstream  ${formatLocation(one.upstream)}`,
        `  edit      ${written.has(one) ? "by --write" : whyNot(proposal, one)}`,
      ]
        .map(oneLine)
        .join("\n"),
    ),
    ...stale.map(
      ({ location, what, at }) =>
        `\n${formatLocation(location)}: This explains nothing any more: ${what} at ${at}. Delete it, or mend its words.`,
    ),
  ].join("\n");
}

/** The same for an issue. */
export function toMarkdown(told: Told): string {
  const { ours, upstream, version, unexplained, explained, stale, proposal } = told;
  const written = new Set(proposal.written);
  const lines = [`## ${code(ours)}`, ""];
  lines.push(
    `Compared with ${code(upstream)}, version ${code(version)}: ${count(unexplained.length, "unexplained difference")}, ${explained.length} explained.`,
  );
  if (unexplained.length > 0) {
    lines.push(
      "",
      "| what | our document | published | proposed edit |",
      "| --- | --- | --- | --- |",
    );
    for (const one of unexplained) {
      const edit = written.has(one) ? "in the patch" : whyNot(proposal, one);
      const cells = [
        describe(one, code),
        code(formatLocation(one.ours)),
        code(formatLocation(one.upstream)),
        edit,
      ];
      lines.push(
        `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`,
      );
    }
  }
  if (stale.length > 0) {
    lines.push("", "Explanations of nothing, to be deleted:", "");
    for (const { what, at, location } of stale) {
      lines.push(`- ${code(`${what} ${at}`)}, ${code(formatLocation(location))}`);
    }
  }
  return lines.join("\n");
}

/** The same for programs. */
export function toJson({ proposal, unexplained, explained, stale, ...rest }: Told): object {
  const written = new Set(proposal.written);
  return {
    ...rest,
    unexplained: unexplained.map((one) => ({
      ...plain(one),
      edit: written.has(one) ? "mechanical" : whyNot(proposal, one),
    })),
    explained: explained.map(({ difference, reason }) => ({ ...plain(difference), reason })),
    stale,
  };
}

function plain(difference: Difference): object {
  const { subject: _, ...told } = difference;
  return { ...told, message: describe(difference) };
}

function whyNot({ left }: Proposal, difference: Difference): string {
  return left.find((one) => one.difference === difference)?.why ?? "";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
