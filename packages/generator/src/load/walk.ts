import { isObject, type JsonObject } from "./data.js";
import { slotOf, type Kind } from "./grammar.js";

/** What a walk tells of each place where the grammar expects an object. */
export interface Visitor {
  /** An object of `kind`; `name` is its key in `parent`. References are visited, not followed. */
  object?(value: JsonObject, kind: Kind, name: string | number): void;
  /** A place that holds something else than the object, map or list that belongs there. */
  mismatch?(parent: object, key: string | number, expected: string): void;
}

/** Walks every object of a document that is not plain data, in document order. */
export function walk(root: JsonObject, visitor: Visitor, kind: Kind = "document"): void {
  walkObject(root, kind, "", visitor);
}

function walkObject(value: JsonObject, kind: Kind, name: string | number, visitor: Visitor): void {
  visitor.object?.(value, kind, name);
  // By key, here and below: a dozen walks over a large document would make pairs of all that it holds.
  for (const key of Object.keys(value)) {
    const slot = slotOf(kind, key);
    if (slot === undefined || "references" in slot) continue;
    const member = value[key];
    if (member === undefined) continue;
    if ("one" in slot) {
      walkOne(value, key, member, slot.one, visitor);
    } else if ("map" in slot) {
      if (isObject(member)) walkMap(member, slot.map, visitor);
      else visitor.mismatch?.(value, key, "a map");
    } else if (Array.isArray(member)) {
      const item = "list" in slot ? slot.list : slot.oneOrList;
      for (const [index, part] of member.entries()) walkOne(member, index, part, item, visitor);
    } else if ("oneOrList" in slot) {
      walkOne(value, key, member, slot.oneOrList, visitor);
    } else {
      visitor.mismatch?.(value, key, "a list");
    }
  }
}

function walkMap(parent: JsonObject, kind: Kind, visitor: Visitor): void {
  for (const key of Object.keys(parent)) {
    const member = parent[key];
    // An extension among a map's keys (x-…) is plain data, except where any name is allowed.
    if (kind !== "schema" && key.startsWith("x-") && !isObject(member)) continue;
    walkOne(parent, key, member, kind, visitor);
  }
}

function walkOne(
  parent: object,
  key: string | number,
  value: unknown,
  kind: Kind,
  visitor: Visitor,
): void {
  if (isObject(value)) walkObject(value, kind, key, visitor);
  else if (kind === "schema" && typeof value === "boolean") return;
  else
    visitor.mismatch?.(
      parent,
      key,
      `an object (${kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)})`,
    );
}
