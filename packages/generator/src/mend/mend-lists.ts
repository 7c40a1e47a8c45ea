import type { BundledDocument } from "../load/bundle.js";
import { get, isObject, set, type JsonObject } from "../load/data.js";
import { walk } from "../load/walk.js";
import type { Problem } from "../problem.js";

/** A map whose keys are numbers, where a list belongs, is what some tools make of a list with gaps. */
export function mendLists(document: BundledDocument, report: (problem: Problem) => void): void {
  walk(document.root, {
    mismatch(parent, key, expected) {
      const value = get(parent, String(key));
      if (expected !== "a list" || !isObject(parent) || !isObject(value)) return;
      const keys = Object.keys(value);
      if (keys.length === 0 || !keys.every((name) => /^\d+$/.test(name))) return;
      set(parent, String(key), key === "allOf" ? withGaps(value) : Object.values(value));
      report({
        severity: "warning",
        location: document.locate(parent, key),
        message: `There must be a list at "${key}"; this map with numbers for keys is read as one.`,
        fix: "Write it as a list.",
      });
    },
  });
}

/** References name parts by their numbers, so that each keeps its own; a gap says nothing (`true`). */
function withGaps(parts: JsonObject): unknown[] {
  const length = Math.max(...Object.keys(parts).map(Number)) + 1;
  return length > MOST
    ? Object.values(parts)
    : Array.from({ length }, (_, index) => parts[index] ?? true);
}

const MOST = 1_000;
