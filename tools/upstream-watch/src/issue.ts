import { NEUTRAL } from "./propose/write-schema.ts";

/** GitHub takes 65,536 characters, and the system that runs the workflow fewer bytes. */
const MOST_BYTES = 60_000;

/**
 * The text of the issue that the scheduled workflow keeps up to date.
 *
 * @param report what `pnpm upstream:watch --markdown` told.
 * @param patch what `git diff` shows after `--write`, the generator and the changeset; empty if nothing could be proposed.
 */
export function writeIssue(report: string, patch: string): string {
  const head = [
    "The published document and ours differ in what no entry of `spec/upstream-differences.yaml` explains.",
    "This text is written anew each week; the issue is closed once nothing is left.",
    "",
    report.trim(),
    "",
  ];
  const proposal = patch.trim() === "" ? [] : proposed(patch);
  const rest = [
    "## What to do",
    "",
    ...(patch.trim() === ""
      ? []
      : [
          "- Apply the patch: `git apply upstream.patch`, with the text above in `upstream.patch`.",
          `- Find words of our own for every "${NEUTRAL}"; mark what is secret with \`format: password\` and \`x-sensitive\`.`,
          "- Add what is new to `spec/test/support/upstream-facts.ts` or `upstream-values.ts`, and to an example.",
        ]),
    "- What the table leaves to people: edit the document, or explain the difference in `spec/upstream-differences.yaml`.",
    "- Run `pnpm clientgen generate` and `npm test`.",
    "",
  ];
  const text = [...head, ...proposal, ...rest].join("\n");
  if (Buffer.byteLength(text) <= MOST_BYTES) return text;
  if (proposal.length > 0) {
    const large = [
      "## Proposed edit",
      "",
      "Too long for an issue: `pnpm upstream:watch URL --write` makes it.",
      "",
    ];
    const without = [...head, ...large, ...rest].join("\n");
    if (Buffer.byteLength(without) <= MOST_BYTES) return without;
  }
  const cut = Buffer.from(text)
    .subarray(0, MOST_BYTES - 200)
    .toString()
    .replace(/\uFFFD*$/, "");
  return `${cut.slice(0, cut.lastIndexOf("\n"))}\n\nThere is more: run \`pnpm upstream:watch URL\`.\n`;
}

function proposed(patch: string): string[] {
  const longest = Math.max(2, ...[...patch.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = "`".repeat(longest + 1);
  return ["## Proposed edit, with its changeset", "", `${fence}diff`, patch.trimEnd(), fence, ""];
}
