/** A block of TypeScript in a document. */
export interface Snippet {
  /** The document's path from the repository's root. */
  readonly file: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /** Declarations of what it takes for granted, as they would stand in `declare global { }`. */
  readonly given: string;
  /** What `<!-- snippet: NAME -->` before it calls it. */
  readonly name?: string;
}

/** A comment with declarations, a comment with a name, or a whole block of any language. */
const parts =
  /^<!-- given:(?<given>[\s\S]*?)-->|^<!-- snippet: (?<name>\S+) -->|^(?<indent> *)```(?<language>\w*)[^\n]*\n(?<code>[\s\S]*?)^\k<indent>```$/gm;

/**
 * The `ts` blocks of a document in their order. What a block does not declare itself stands in a comment somewhere above
 * it, `<!-- given: const client: import("package").Client; -->`, which holds until the next such comment.
 */
export function readSnippets(file: string, text: string): Snippet[] {
  const snippets: Snippet[] = [];
  let given = "";
  let name: string | undefined;
  for (const { groups = {}, index } of text.matchAll(parts)) {
    if (groups["given"] !== undefined) given = groups["given"].trim();
    else if (groups["name"] !== undefined) name = groups["name"];
    else {
      if (groups["language"] === "ts") {
        const line = text.slice(0, index).split("\n").length + 1;
        const indent = new RegExp(`^${groups["indent"]}`, "gm");
        const code = groups["code"]!.replace(indent, "");
        snippets.push({ file, line, code, given, ...(name !== undefined && { name }) });
      }
      name = undefined;
    }
  }
  return snippets;
}
