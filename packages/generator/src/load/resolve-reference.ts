import { get } from "./data.js";
import { resolvePointer } from "./json-pointer.js";

/** Follows a bundled document's references, however many in a row; `undefined` in a circle. */
export function resolveReference(root: unknown, value: unknown): unknown {
  const seen = new Set<unknown>();
  let current = value;
  for (;;) {
    const reference = get(current, "$ref");
    if (typeof reference !== "string") return current;
    if (seen.has(reference)) return undefined;
    seen.add(reference);
    current = resolvePointer(root, reference.slice(1));
  }
}
