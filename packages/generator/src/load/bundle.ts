import { ProblemsError, type Location, type Problem } from "../problem.js";
import { AddedSchemas } from "./added-schemas.js";
import { get, isObject, set, type JsonObject } from "./data.js";
import { findTarget } from "./find-target.js";
import { documentKind, slotOf, type Kind, type Slot } from "./grammar.js";
import { LIMITS } from "./limits.js";
import { appendPointer, resolvePointer } from "./json-pointer.js";
import { mappedSchema } from "./mapped-schema.js";
import type { SourceDocument } from "./parse-document.js";
import type { Lost, Origin, Sources } from "./sources.js";

/** A document in one piece: every reference left in it points into itself. */
export interface BundledDocument {
  readonly root: JsonObject;
  /** The first file, as the user wrote it. */
  readonly shown: string;
  /** Where `value`, an object or list of `root`, came from; `key` names a member of it. */
  locate(value: object, key?: string | number): Location;
}

/**
 * Brings a document of several files into one piece. A schema of another file becomes a component,
 * named by the last segment of its pointer (or by its file); anything else is copied to where it is
 * referred to.
 *
 * @param report takes each reference that leads nowhere, and what becomes of it in the result;
 *   `undefined` where that would be no use.
 */
export function bundle(
  entry: SourceDocument,
  sources: Sources,
  report: (problem: Problem, becomes: string | undefined) => void,
): BundledDocument {
  const origins = new WeakMap<object, Origin>();
  const addedSchemas = new AddedSchemas(entry.root, (target) =>
    copy(resolvePointer(target.source.root, target.pointer), "schema", target, []),
  );
  let inlinedCount = 0;

  const root = copy(
    entry.root,
    documentKind(entry.root),
    { source: entry, pointer: "" },
    [],
  ) as JsonObject;
  addedSchemas.addTo(root);
  return {
    root,
    shown: entry.shown,
    locate(value, key) {
      const origin = origins.get(value);
      if (!origin) return { file: entry.shown };
      return origin.source.locate(
        key === undefined ? origin.pointer : appendPointer(origin.pointer, key),
      );
    },
  };

  function copy(value: unknown, kind: Kind | undefined, at: Origin, inlined: Inlined): unknown {
    if (Array.isArray(value)) return copyList(value, kind, at, inlined);
    if (!isObject(value)) return value;
    const keyword = kind === undefined ? undefined : referenceKeyword(value, kind);
    if (keyword !== undefined) return follow(value, keyword, kind as Kind, at, inlined);
    return copyMembers(
      value,
      (key) => (kind === undefined ? undefined : slotOf(kind, key)),
      at,
      inlined,
    );
  }

  function copyList(
    value: unknown[],
    kind: Kind | undefined,
    at: Origin,
    inlined: Inlined,
  ): unknown[] {
    const items: unknown[] = value.map((item, index) => copy(item, kind, step(at, index), inlined));
    origins.set(items, at);
    return items;
  }

  function copyMembers(
    value: JsonObject,
    slotFor: (key: string) => Slot | undefined,
    at: Origin,
    inlined: Inlined,
  ): JsonObject {
    const result: JsonObject = {};
    origins.set(result, at);
    if (inlined.length > 0) countInlined(at);
    for (const [key, member] of Object.entries(value)) {
      const slot = slotFor(key);
      const isLeaf = slot === undefined && (typeof member !== "object" || member === null);
      set(result, key, isLeaf ? member : copySlot(member, slot, step(at, key), inlined));
    }
    return result;
  }

  function copySlot(value: unknown, slot: Slot | undefined, at: Origin, inlined: Inlined): unknown {
    if (slot === undefined) return copy(value, undefined, at, inlined);
    if ("one" in slot) return copy(value, slot.one, at, inlined);
    if ("references" in slot) return copyMapping(value, at);
    if ("oneOrList" in slot) return copy(value, slot.oneOrList, at, inlined);
    const kind = "list" in slot ? slot.list : slot.map;
    if (!isObject(value)) return copy(value, kind, at, inlined);
    // A whole map or list may be kept in another file, too: servers, security schemes.
    const reference = get(value, "$ref");
    if (typeof reference === "string") {
      const place = step(at, "$ref");
      const target = find(reference, place);
      return target && inline(target, slot, place, inlined);
    }
    return copyMembers(value, () => ({ one: kind }), at, inlined);
  }

  function follow(
    value: JsonObject,
    keyword: string,
    kind: Kind,
    at: Origin,
    inlined: Inlined,
  ): unknown {
    const { [keyword]: reference, ...others } = value;
    const siblings = copyMembers(others, (key) => slotOf(kind, key), at, inlined);
    const place = step(at, keyword);
    const target = find(String(reference), place, kind);
    if (target === undefined) return siblings;
    if (target.source === entry || kind === "schema") {
      return Object.assign(siblings, { $ref: localReference(target) });
    }
    const copied = inline(target, { one: kind }, place, inlined);
    // OpenAPI 3.1, Reference Object: a summary and a description override the target's.
    return isObject(copied) ? Object.assign(copied, siblings) : copied;
  }

  function inline(target: Origin, slot: Slot, at: Origin, inlined: Inlined): unknown {
    const key = `${target.source.address}#${target.pointer}`;
    if (inlined.includes(key)) {
      const message = "This reference leads back to itself.";
      return complain(at, { message, fix: "Break the circle." });
    }
    if (inlined.length >= LIMITS.chain) {
      const message = `This reference leads on through more than ${LIMITS.chain} others.`;
      return complain(at, { message, fix: "Refer to what it ends at." });
    }
    const content = resolvePointer(target.source.root, target.pointer);
    return copySlot(content, slot, target, [...inlined, key]);
  }

  /** Mapped names and references (OpenAPI 3.1, 4.8.25.2) as references into the result. */
  function copyMapping(value: unknown, at: Origin): unknown {
    if (typeof value === "string") return copyMapped(value, at, at);
    if (!isObject(value)) return value;
    const result: JsonObject = {};
    origins.set(result, at);
    let isWhole = true;
    for (const [key, given] of Object.entries(value)) {
      const mapped = copyMapped(String(given), at, step(at, key));
      if (mapped === undefined) isWhole = false;
      else set(result, key, mapped);
    }
    // What is left of a mapping would say of a schema that it is told by its name.
    return isWhole ? result : undefined;
  }

  /** @param place where the text stands. */
  function copyMapped(text: string, mapping: Origin, place: Origin): string | undefined {
    const named = mappedSchema(text, mapping, entry) ?? text;
    const target = typeof named === "string" ? find(named, place) : named;
    return target && localReference(target);
  }

  function localReference(target: Origin): string {
    return `#${target.source === entry ? target.pointer : addedSchemas.pointerTo(target)}`;
  }

  /** @param at where the text of the reference stands. */
  function find(reference: string, at: Origin, kind?: Kind): Origin | undefined {
    const target = findTarget(reference, at, sources);
    return "message" in target ? complain(at, target, kind) : target;
  }

  /** What is copied where it is referred to can hold references to what is copied, and so on. */
  function countInlined(at: Origin): void {
    inlinedCount += 1;
    if (inlinedCount <= LIMITS.inlined) return;
    const location = at.source.locate(at.pointer);
    const message = `The references between the files, written out, make more than ${LIMITS.inlined} objects; here is one of them.`;
    const fix = "Make what is repeated a component of the first file.";
    throw new ProblemsError([{ severity: "error", location, message, fix }]);
  }

  function complain(at: Origin, { message, fix, isBroken = false }: Lost, kind?: Kind): undefined {
    const location = at.source.locate(at.pointer);
    const becomes = kind === "schema" ? "read as unknown" : "left out";
    report({ severity: "error", location, message, fix }, isBroken ? undefined : becomes);
  }
}

/** The references that lead to what is being copied, outermost first. */
type Inlined = readonly string[];

function step(at: Origin, key: string | number): Origin {
  return { source: at.source, pointer: appendPointer(at.pointer, key) };
}

/** `$dynamicRef` is read as the plain reference that it is until something overrides its target. */
function referenceKeyword(value: JsonObject, kind: Kind): string | undefined {
  const keywords = kind === "schema" ? ["$ref", "$dynamicRef"] : ["$ref"];
  return keywords.find((keyword) => typeof get(value, keyword) === "string");
}
