import { get, isObject } from "./data.js";
import { slotOf, type Kind, type Slot } from "./grammar.js";

/** A reference, and what is expected where it leads. */
export interface FoundReference {
  readonly reference: string;
  readonly slot: Slot;
}

/**
 * The references in a part of a document. By the grammar, because a `$ref` in plain data is somebody's
 * text: nothing may be read or fetched for its sake.
 */
export function traceReferences(value: unknown, slot: Slot): FoundReference[] {
  const found = new Map<string, FoundReference>();
  traceSlot(value, slot);
  return [...found.values()];

  function add(reference: string, target: Slot): void {
    found.set(`${slotName(target)} ${reference}`, { reference, slot: target });
  }

  function traceSlot(given: unknown, expected: Slot): void {
    if ("one" in expected) return traceObject(given, expected.one);
    if ("references" in expected) return traceMapping(given);
    const reference = "oneOrList" in expected ? undefined : get(given, "$ref");
    const kind = kindOf(expected);
    if (typeof reference === "string") add(reference, expected);
    else if (Array.isArray(given)) for (const item of given) traceObject(item, kind);
    else if ("oneOrList" in expected) traceObject(given, kind);
    else if (isObject(given)) for (const item of Object.values(given)) traceObject(item, kind);
  }

  function traceObject(given: unknown, kind: Kind): void {
    if (Array.isArray(given)) for (const item of given) traceObject(item, kind);
    if (!isObject(given)) return;
    for (const keyword of ["$ref", "$dynamicRef"]) {
      const reference = get(given, keyword);
      if (typeof reference === "string") add(reference, { one: kind });
    }
    for (const [key, member] of Object.entries(given)) {
      const inner = typeof member === "object" ? slotOf(kind, key) : undefined;
      if (inner) traceSlot(member, inner);
    }
  }

  /** A mapped value may be a name; one that is none of a file's leads nowhere, and costs a look. */
  function traceMapping(given: unknown): void {
    for (const value of isObject(given) ? Object.values(given) : []) {
      if (typeof value === "string" && /[#./]/.test(value)) add(value, { one: "schema" });
    }
  }
}

function kindOf(slot: Exclude<Slot, { one: Kind } | { references: true }>): Kind {
  if ("oneOrList" in slot) return slot.oneOrList;
  return "list" in slot ? slot.list : slot.map;
}

/** Tells slots apart. */
export function slotName(slot: Slot): string {
  return Object.entries(slot).flat().join(" ");
}
