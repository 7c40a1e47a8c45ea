import type { Told } from "./told.ts";

/** What `clientgen diff --markdown` says of a document. */
export interface Compared {
  readonly document: string;
  readonly markdown: string;
}

/** GitHub takes comments of up to 65,536 characters; the workflow puts a mark before this text. */
const MOST = 64_000;

/** What a pull request does to callers: what each client needs, whether it has it, and each document's changes. */
export function commentText(told: Told, compared: readonly Compared[]): string {
  if (told.clients.length === 0) {
    return "**Callers notice nothing** of what this pull request does to documents and clients.";
  }
  const rows = told.clients.map(({ package: name, version, bump, release, missing }) => {
    const held = bump === release ? "" : `, written as ${release} (it is at ${version})`;
    const has = missing ? "**missing**: run `pnpm regenerate`" : "is there";
    return `| \`${name}\` | ${bump}${held} | ${has} |`;
  });
  const table = ["| client | needs | changeset |", "| --- | --- | --- |", ...rows].join("\n");
  let text = table;
  for (const { document, markdown } of compared) {
    const part = `\n\n${markdown.trim()}`;
    // Cut in the middle, it would say nothing of what is left out.
    const left = `\n\n### \`${document}\`\n\nThere is no room left in this comment: see \`clientgen diff\`.`;
    text += text.length + part.length + left.length > MOST ? left : part;
  }
  return `${text}\n\nWhat levels and judges mean is told in \`docs/versioning.md\`.`;
}
