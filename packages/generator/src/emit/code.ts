import { oneLine } from "../one-line.js";
import { isIdentifier } from "../plan/identifiers.js";

/** What may stand in a {@link code} template: code that was made by this module, or a list of it. */
export type Insert = Code | readonly Code[];

const constructing = Symbol("constructing");

/**
 * Generated source text. Text of a document becomes code only through the functions of this
 * module, each of which escapes for one place (a literal, a comment, a property key), so that no
 * text of a document can reach generated code in any other way.
 */
export class Code {
  readonly text: string;

  /** @throws {TypeError} outside this module. */
  constructor(text: string, key: symbol) {
    if (key !== constructing) throw new TypeError("Code is made by the functions of code.ts.");
    this.text = text;
  }
}

const make = (text: string): Code => new Code(text, constructing);

/**
 * Template tag for generated code. Lists are joined without a separator.
 *
 * @throws {TypeError} if an insert is anything but {@link Code}, a bare string above all.
 */
export function code(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Code {
  let text = strings[0] ?? "";
  for (const [index, insert] of inserts.entries()) {
    for (const part of Array.isArray(insert) ? insert : [insert]) {
      if (!(part instanceof Code)) {
        throw new TypeError(`A template of generated code refuses ${typeof part}: ${String(part)}`);
      }
      text += part.text;
    }
    text += strings[index + 1] ?? "";
  }
  return make(text);
}

/** No code. */
export const nothing: Code = make("");

/** Joins pieces of code. `separator` is code, too. */
export function join(parts: readonly Code[], separator: Code): Code {
  return make(parts.map((part) => part.text).join(separator.text));
}

/**
 * A name that is declared or referred to.
 *
 * @throws {TypeError} if it is no identifier; `plan/` makes names that are.
 */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new TypeError(`Not an identifier: ${JSON.stringify(name)}`);
  return make(name);
}

/** JSON data as a literal: string, number, boolean, `null`, array or object. */
export function literal(value: unknown): Code {
  if (typeof value === "string") return make(quote(value));
  if (Array.isArray(value)) return code`[${join(value.map(literal), make(", "))}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return objectLiteral(members.map(([key, member]) => [key, literal(member)]));
  }
  if (typeof value === "number" || typeof value === "boolean" || value === null) {
    return make(JSON.stringify(value));
  }
  throw new TypeError(`No literal for ${typeof value}`);
}

/** An object literal whose values are code. */
export function objectLiteral(members: readonly (readonly [key: string, value: Code])[]): Code {
  const lines = members.map(([key, value]) => code`${memberKey(key)}: ${value}`);
  return code`{ ${join(lines, make(", "))} }`;
}

/** A property's name in a type. */
export function propertyKey(name: string): Code {
  return make(/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));
}

/** A property's name in an object literal, where a bare `__proto__` would set the prototype. */
function memberKey(name: string): Code {
  return name === "__proto__" ? make('["__proto__"]') : propertyKey(name);
}

/** Characters that break or turn a line for readers, or that a terminal obeys; literals have them escaped. */
const HIDDEN_CHARACTERS = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Every JSON string is one of ECMAScript (since 2019). */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    new RegExp(HIDDEN_CHARACTERS, "g"),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The lines of a block comment's inside; see `doc-comment.ts` for what stands in one. */
export function blockComment(lines: readonly string[]): Code {
  if (lines.length === 0) return nothing;
  const safe = lines.map((line) => oneLine(line).replaceAll("*/", "*\\/").trimEnd());
  if (safe.length === 1) return make(`/** ${safe[0]?.trim()} */\n`);
  return make(`/**\n${safe.map((line) => ` *${line === "" ? "" : ` ${line}`}\n`).join("")} */\n`);
}

/** A comment of one line. */
export function lineComment(text: string): Code {
  return make(`// ${oneLine(text)}\n`);
}

/** What TypeScript's printer made of a syntax tree. For `schema-types.ts`, whose trees hold no raw text. */
export function printed(text: string): Code {
  return make(text);
}

/** Lines of an example inside a doc comment are text again. */
export function sourceLines(source: Code): string[] {
  return source.text.split("\n");
}
