import { isObject } from "./data.js";
import { TOO_DEEP } from "./explain-yaml-error.js";
import { appendPointer } from "./json-pointer.js";
import { LIMITS } from "./limits.js";
import { countMembers, outlineJson } from "./outline-json.js";
import type { ParsedText, TextProblem } from "./parsed-text.js";

/**
 * Parses JSON; `undefined` if the text is none. `JSON.parse` takes the last of two equal keys: that
 * there are such shows in the number of members, and only then they are looked for.
 */
export function parseJson(text: string): ParsedText | readonly TextProblem[] | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  const members = countMembersOf(root);
  if (members === undefined) return [tooDeep(root, text)];
  if (members < countMembers(text)) {
    return outlineJson(text).duplicates.map(({ key, offset }) => ({
      offset,
      message: `The key ${JSON.stringify(key)} stands twice in one map.`,
      fix: "Keep one of the two.",
    }));
  }
  return { root, outline: () => outlineJson(text) };
}

/** The members of all objects together; `undefined` where they are nested too deep. */
function countMembersOf(root: unknown): number | undefined {
  let count = 0;
  let level = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= LIMITS.nesting) return undefined;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      const inner: unknown[] = Object.values(value);
      if (isObject(value)) count += inner.length;
      for (const item of inner) if (typeof item === "object" && item !== null) next.push(item);
    }
    level = next;
  }
  return count;
}

function tooDeep(root: unknown, text: string): TextProblem {
  const pointer = deepest(root, "", LIMITS.nesting) ?? "";
  // Where it begins; nobody reads two hundred steps.
  const shown = pointer.split("/").slice(0, 12).join("/");
  return { ...TOO_DEEP, offset: outlineJson(text).find(pointer), pointer: shown };
}

/** The beginning of the first pointer that has more than `levels` segments. */
function deepest(value: unknown, pointer: string, levels: number): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (levels === 0) return pointer;
  for (const [key, member] of Object.entries(value)) {
    const found = deepest(member, appendPointer(pointer, key), levels - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
