import { get } from "./data.js";
import { LIMITS } from "./limits.js";
import { resolvePointer } from "./json-pointer.js";

/** Follows a bundled document's references; `undefined` in a circle, or where too many come in a row. */
export function resolveReference(root: unknown, value: unknown): unknown {
  const seen = new Set<unknown>();
  let current = value;
  for (;;) {
    const reference = get(current, "$ref");
    if (typeof reference !== "string") return current;
    if (seen.has(reference) || seen.size === LIMITS.chain) return undefined;
    seen.add(reference);
    current = resolvePointer(root, reference.slice(1));
  }
}

/** Whether a reference that can't be resolved goes in a circle. */
export function isCircular(root: unknown, value: unknown): boolean {
  const seen = new Set<string>();
  for (let reference = get(value, "$ref"); typeof reference === "string";) {
    if (seen.has(reference)) return true;
    seen.add(reference);
    if (seen.size > LIMITS.chain) return false;
    reference = get(resolvePointer(root, reference.slice(1)), "$ref");
  }
  return false;
}
