import { oneLine } from "../one-line.js";
import { get, getList, getString } from "../load/data.js";
import { type Code, blockComment } from "./code.js";

/** The parts of a doc comment, all of them text. */
export interface Doc {
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  /** Short facts, each on a line of its own after the description. */
  readonly facts?: readonly string[];
  /** Tags in order: name without `@`, text. */
  readonly tags?: readonly (readonly [name: string, text: string])[];
  /** Source lines of an example. */
  readonly example?: readonly string[] | undefined;
}

/** A doc comment (TSDoc), or no code where nothing is to be said. */
export function docComment(doc: Doc): Code {
  const paragraphs = [doc.summary, doc.description, doc.facts?.join("\n")]
    .map((text) => text?.trim() ?? "")
    .filter((text, index, all) => text !== "" && all.indexOf(text) === index)
    .map(textLines);
  const lines = paragraphs.flatMap((paragraph, index) =>
    index === 0 ? paragraph : ["", ...paragraph],
  );
  const tags = (doc.tags ?? []).flatMap(([name, text]) => {
    const [first = "", ...rest] = textLines(text.trim());
    return [`@${name} ${first}`.trim(), ...rest];
  });
  const example = doc.example ? ["@example", "```ts", ...doc.example, "```"] : [];
  const tail = [...tags, ...example];
  return blockComment([...lines, ...(lines.length > 0 && tail.length > 0 ? [""] : []), ...tail]);
}

/** The longest line of prose in a comment. */
const WIDTH = 96;

function textLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap(wrap)
    .map(escapeTags);
}

/** Breaks a long line of prose; what follows a list's mark stays indented. Tables and code stay as they are. */
function wrap(line: string): string[] {
  if (line.length <= WIDTH || /^\s*(\||`{3}|~{3}| {4})/.test(line)) return [line];
  const indent = " ".repeat(/^\s*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let current = "";
  for (const word of line.trimEnd().split(/(?<=\S) +/)) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (longer.length > WIDTH && current !== "") {
      lines.push(current);
      current = indent + word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

/**
 * What looks like a tag in a document is text. TypeScript takes an `@` behind any kind of space for a tag,
 * within code, too; the only inline tags left are links to names, as our own words hold them.
 */
function escapeTags(line: string): string {
  return oneLine(line).replace(/(?<![\w.+'"`(/=:-]|\{(?=@link [A-Za-z_$][\w$]*\}))@(?=\S)/g, "\\@");
}

/** What a schema says of itself, for the type or the property that it becomes. */
export function schemaDoc(schema: unknown, fallback?: string): Doc {
  const format = getString(schema, "format");
  const example = get(schema, "example") ?? getList(schema, "examples")[0];
  const tags: [string, string][] = [];
  if (get(schema, "default") !== undefined) tags.push(["default", show(get(schema, "default"))]);
  if (example !== undefined && isShort(example)) tags.push(["example", show(example)]);
  if (get(schema, "deprecated") === true) tags.push(["deprecated", ""]);
  return {
    summary: getString(schema, "title"),
    description: getString(schema, "description") ?? fallback,
    facts: [...(format === undefined ? [] : [`Format: \`${format}\`.`]), ...limits(schema)],
    tags,
  };
}

const LIMITS: readonly (readonly [keyword: string, words: string])[] = [
  ["minimum", "At least"],
  ["exclusiveMinimum", "More than"],
  ["maximum", "At most"],
  ["exclusiveMaximum", "Less than"],
  ["multipleOf", "A multiple of"],
  ["minLength", "Characters, at least"],
  ["maxLength", "Characters, at most"],
  ["pattern", "Pattern:"],
  ["minItems", "Items, at least"],
  ["maxItems", "Items, at most"],
];

function limits(schema: unknown): string[] {
  return LIMITS.flatMap(([keyword, words]) => {
    const value = get(schema, keyword);
    return typeof value === "number" || typeof value === "string" ? [`${words} \`${value}\`.`] : [];
  });
}

function show(value: unknown): string {
  return JSON.stringify(value);
}

/** Longer examples belong into the README, not into a tooltip. */
function isShort(value: unknown): boolean {
  return show(value).length <= 80;
}
