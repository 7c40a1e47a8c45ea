import { oneLine } from "../../one-line.js";

/** Invisible, and no part of a word: what stands on both sides of it is no name, number or address to GitHub. */
const JOINER = "\u2060";

/**
 * Document text as nothing but text in GitHub's Markdown: no markup, HTML, mention (`@user`), reference (`#1`, a commit's
 * hash), address or emoji comes of it.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/\b[0-9a-f]{7,40}\b/gi, (hash) => hash[0] + JOINER + hash.slice(1))
    .replace(/(@|#|:|\bGH-|\bwww\.)(?=\S)/gi, `$1${JOINER}`)
    .replace(/[\\`*_[\]<>~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("\\<", "&lt;")
    .replaceAll("\\>", "&gt;")
    .replaceAll("$", "&#36;");
}

/** Document text as code: between more backticks than it has in a row (CommonMark 0.31, 6.1). */
export function codeSpan(text: string): string {
  const content = oneLine(text);
  if (content.trim() === "") return '""';
  const fence = "`".repeat(longestRun(content) + 1);
  const space = /^[`\s]|[`\s]$/.test(content) ? " " : "";
  return `${fence}${space}${content}${space}${fence}`;
}

/** A judge's sentence: what it quotes of a document, in `"` or in backticks, is code, the rest text. */
export function sentence(message: string): string {
  return oneLine(message)
    .split(/("[^"]*"|`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escapeMarkdown(part)))
    .join("");
}

/** Markdown within a table, whose cells a bar ends, even one in code (GitHub Flavored Markdown 0.29, 4.10). */
export function tableCell(markdown: string): string {
  return markdown.replaceAll("|", "\\|");
}

/** Lines as a block of code that nothing in them can end (CommonMark 0.31, 4.5). */
export function codeBlock(lines: readonly string[]): string[] {
  const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return [`${fence}text`, ...lines.map(oneLine), fence];
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
