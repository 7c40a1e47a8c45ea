import { COMPONENT_SCHEMAS } from "./component-reference.js";
import { getList, getString, isObject, type JsonObject } from "./data.js";
import { appendPointer, resolvePointer, splitPointer } from "./json-pointer.js";
import type { SourceDocument } from "./parse-document.js";
import type { Origin } from "./sources.js";

/**
 * What a discriminator's mapped value names, if it is a name and no reference (OpenAPI 3.1, 4.8.25.2).
 * Files that are no OpenAPI documents have no components: there a name stands for a neighbour of the
 * schema, or for one of its choices.
 *
 * @param at where the mapping stands.
 * @returns a place, the text of a reference that stands in the same file, or `undefined`.
 */
export function mappedSchema(
  name: string,
  at: Origin,
  entry: SourceDocument,
): Origin | string | undefined {
  const owner = at.pointer.replace(/\/discriminator\/(mapping|defaultMapping)$/, "");
  const component = appendPointer(COMPONENT_SCHEMAS, name);
  return (
    existing({ source: at.source, pointer: component }) ??
    existing({ source: at.source, pointer: appendPointer(parentOf(owner), name) }) ??
    choiceOf(resolvePointer(at.source.root, owner), name) ??
    existing({ source: entry, pointer: component })
  );
}

function existing(place: Origin): Origin | undefined {
  const value = resolvePointer(place.source.root, place.pointer);
  return typeof value === "object" && value !== null ? place : undefined;
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

const choicesOf = new WeakMap<object, ReadonlyMap<string, string>>();

/** The choice that is called so: by the last step of its reference, or by its file. */
function choiceOf(schema: unknown, name: string): string | undefined {
  if (!isObject(schema)) return undefined;
  // Once for a schema: a mapping may name as many as there are.
  const known = choicesOf.get(schema) ?? nameChoices(schema);
  choicesOf.set(schema, known);
  return known.get(name);
}

function nameChoices(schema: JsonObject): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const choice of ["oneOf", "anyOf"].flatMap((keyword) => getList(schema, keyword))) {
    const reference = getString(choice, "$ref");
    if (reference === undefined) continue;
    const [file = "", fragment = ""] = reference.split("#");
    const called = splitPointer(fragment).at(-1) ?? file.replace(/^.*\/|\.[^.]*$/g, "");
    if (!names.has(called)) names.set(called, reference);
  }
  return names;
}
