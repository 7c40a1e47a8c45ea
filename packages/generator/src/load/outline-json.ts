import { TextOutline } from "./text-outline.js";

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;

/** Where the values of a JSON text stand that `JSON.parse` has taken. */
export function outlineJson(text: string): TextOutline {
  const outline = new TextOutline();
  let key: { text: string; offset: number } | undefined;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charCodeAt(offset);
    if (character <= 32 || character === COMMA || character === COLON) continue;
    if (character === 125 || character === 93) {
      outline.close();
    } else if (character === 123 || character === 91) {
      tell(offset);
      outline.open();
    } else if (character === QUOTE) {
      const end = stringEnd(text, offset);
      if (isKey(text, end)) key = { text: readString(text.slice(offset, end)), offset };
      else tell(offset);
      offset = end - 1;
    } else {
      tell(offset);
      while (/[-+.\w]/.test(text.charAt(offset + 1))) offset += 1;
    }
  }
  return outline;

  function tell(offset: number): void {
    outline.value(offset, key);
    key = undefined;
  }
}

/** How many members the objects of a JSON text have, keys that stand twice counted twice. */
export function countMembers(text: string): number {
  let count = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charCodeAt(offset);
    if (character === COLON) count += 1;
    else if (character === QUOTE) offset = stringEnd(text, offset) - 1;
  }
  return count;
}

/** Offset behind the string that begins at `start`. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
}

function isKey(text: string, end: number): boolean {
  let next = end;
  while (text.charCodeAt(next) <= 32) next += 1;
  return text.charCodeAt(next) === COLON;
}

function readString(literal: string): string {
  return literal.includes("\\") ? (JSON.parse(literal) as string) : literal.slice(1, -1);
}
