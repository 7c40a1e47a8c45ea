import type { Told } from "./told.ts";

/** What `clientgen diff --markdown` says of a document. */
export interface Compared {
  readonly document: string;
  readonly markdown: string;
}

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
  return [table, ...compared.map(({ markdown }) => markdown.trim())].join("\n\n");
}
