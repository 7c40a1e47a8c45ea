import { ProblemsError, formatProblem, type Location, type Problem } from "../problem.js";
import { get, getObject, isObject, set, type JsonObject } from "./data.js";
import { slotOf, type Kind, type Slot } from "./grammar.js";
import { appendPointer, resolvePointer, splitPointer } from "./json-pointer.js";
import { readReference, type Sources } from "./load-sources.js";
import type { SourceDocument } from "./parse-document.js";

/** A document in one piece: every reference left in it points into itself. */
export interface BundledDocument {
  readonly root: JsonObject;
  /** The first file, as the user wrote it. */
  readonly shown: string;
  /** Where `value`, an object or list of `root`, came from; `key` names a member of it. */
  locate(value: object, key?: string | number): Location;
}

interface Origin {
  readonly source: SourceDocument;
  readonly pointer: string;
}

/**
 * Brings a document of several files into one piece. A schema of another file becomes a component,
 * named by the last segment of its pointer (or by its file); anything else is copied to where it is
 * referred to.
 *
 * @param report takes each reference that leads nowhere; it is left out of the result.
 */
export function bundle(
  entry: SourceDocument,
  sources: Sources,
  report: (problem: Problem) => void,
): BundledDocument {
  const origins = new WeakMap<object, Origin>();
  const ownNames = new Set(Object.keys(getObject(get(entry.root, "components"), "schemas") ?? {}));
  const componentNames = new Map<string, string>();
  const added = new Map<string, unknown>();

  const root = copy(entry.root, "document", { source: entry, pointer: "" }, []) as JsonObject;
  if (added.size > 0) {
    const components = getObject(root, "components") ?? {};
    const schemas = getObject(components, "schemas") ?? {};
    for (const [name, schema] of added) set(schemas, name, schema);
    components["schemas"] = schemas;
    root["components"] = components;
  }
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
    const reference = kind === undefined ? undefined : get(value, "$ref");
    if (typeof reference === "string") return follow(value, reference, kind as Kind, at, inlined);
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
    for (const [key, member] of Object.entries(value)) {
      set(result, key, copySlot(member, slotFor(key), step(at, key), inlined));
    }
    return result;
  }

  function copySlot(value: unknown, slot: Slot | undefined, at: Origin, inlined: Inlined): unknown {
    if (slot === undefined) return copy(value, undefined, at, inlined);
    if ("one" in slot) return copy(value, slot.one, at, inlined);
    if ("oneOrList" in slot) return copy(value, slot.oneOrList, at, inlined);
    const kind = "list" in slot ? slot.list : slot.map;
    if (!isObject(value)) return copy(value, kind, at, inlined);
    // A whole map or list may be kept in another file, too: servers, security schemes.
    const reference = get(value, "$ref");
    if (typeof reference === "string") {
      const target = find(reference, at);
      return target && inline(target, slot, at, inlined);
    }
    return copyMembers(value, () => ({ one: kind }), at, inlined);
  }

  function follow(
    value: JsonObject,
    reference: string,
    kind: Kind,
    at: Origin,
    inlined: Inlined,
  ): unknown {
    const { $ref: _, ...others } = value;
    const siblings = copyMembers(others, (key) => slotOf(kind, key), at, inlined);
    const target = find(reference, at);
    if (target === undefined) return siblings;
    if (target.source === entry || kind === "schema") {
      const pointer = target.source === entry ? target.pointer : componentPointer(target, inlined);
      return Object.assign(siblings, { $ref: `#${pointer}` });
    }
    const copied = inline(target, { one: kind }, at, inlined);
    // OpenAPI 3.1, Reference Object: a summary and a description override the target's.
    return isObject(copied) ? Object.assign(copied, siblings) : copied;
  }

  function inline(target: Origin, slot: Slot, at: Origin, inlined: Inlined): unknown {
    const key = `${target.source.path}#${target.pointer}`;
    if (inlined.includes(key)) {
      complain(at, "This reference leads back to itself.", "Break the circle.");
      return undefined;
    }
    const content = resolvePointer(target.source.root, target.pointer);
    return copySlot(content, slot, target, [...inlined, key]);
  }

  function componentPointer(target: Origin, inlined: Inlined): string {
    const key = `${target.source.path}#${target.pointer}`;
    let name = componentNames.get(key);
    if (name === undefined) {
      name = freeName(target);
      // The name is taken before its content is copied, which may refer to itself.
      componentNames.set(key, name);
      added.set(name, undefined);
      const content = resolvePointer(target.source.root, target.pointer);
      added.set(name, copy(content, "schema", target, inlined));
    }
    return appendPointer("/components/schemas", name);
  }

  function freeName(target: Origin): string {
    const file = target.source.path.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
    const wanted = splitPointer(target.pointer).at(-1) ?? file;
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}${count}`;
      if (!ownNames.has(name) && !added.has(name)) return name;
    }
  }

  function find(reference: string, at: Origin): Origin | undefined {
    const target = readReference(reference, at.source);
    if (target.path === undefined) {
      const fix = "Keep what it names in a file beside the document.";
      return complain(at, `The reference "${reference}" leads to the network.`, fix);
    }
    if (target.fragment !== "" && !target.fragment.startsWith("/")) {
      const fix = "Use a JSON pointer, such as #/components/schemas/NAME.";
      return complain(at, `The reference "${reference}" names an anchor.`, fix);
    }
    const source = sources.get(target.path);
    if (source instanceof ProblemsError) {
      const reason = source.problems[0];
      const fix = reason ? `(${formatProblem(reason)})` : "Check the path.";
      return complain(at, `The reference "${reference}" can't be followed.`, fix);
    }
    if (source === undefined || !exists(source.root, target.fragment)) {
      const fix = "Define what it names, or correct the name.";
      return complain(at, `The reference "${reference}" leads nowhere.`, fix);
    }
    return { source, pointer: target.fragment };
  }

  function complain(at: Origin, message: string, fix: string): undefined {
    const location = at.source.locate(appendPointer(at.pointer, "$ref"));
    report({ severity: "error", location, message, fix });
  }
}

/** The references that lead to what is being copied, outermost first. */
type Inlined = readonly string[];

function step(at: Origin, key: string | number): Origin {
  return { source: at.source, pointer: appendPointer(at.pointer, key) };
}

function exists(root: unknown, pointer: string): boolean {
  try {
    return resolvePointer(root, pointer) !== undefined;
  } catch {
    // A broken percent escape names nothing.
    return false;
  }
}
