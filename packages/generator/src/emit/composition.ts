import { get, getEntries, getList, getObject, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel, Direction, Schema } from "../model/api-model.js";
import { holdsOnly } from "../normalise/read-body-credentials.js";
import { isBareObject, isEmpty, type LoweredSchema } from "./lowered-schema.js";

/** A property, and the schema that describes it. */
interface Described {
  readonly owner: JsonObject;
  readonly property: unknown;
}

/** What one part of an `allOf` asks for and another part describes. */
interface Demands {
  /** Required names, whichever part says it. */
  readonly required: readonly string[];
  /** Of these: what only parts of referenced parts describe. */
  readonly deep: ReadonlyMap<string, Described>;
}

/** What a schema with `allOf` asks for as a whole (JSON Schema validation 2020-12, 6.5.3). */
export function demandsOf(root: JsonObject, schema: JsonObject): Demands {
  const own = ownParts(schema);
  const required = new Set<string>();
  const described = new Map<string, Described & { deep: boolean }>();
  const describe = (owner: JsonObject, deep: boolean) => {
    for (const [name, property] of getEntries(owner, "properties")) {
      if (!described.has(name)) described.set(name, { owner, property, deep });
    }
  };
  for (const part of own) {
    describe(part, false);
    for (const name of requiredNames(part)) {
      // What describes a member and asks for it needs nobody's help.
      if (get(get(part, "properties"), name) === undefined) required.add(name);
    }
  }
  for (const reference of own.flatMap((part) => getList(part, "allOf"))) {
    if (get(reference, "$ref") === undefined) continue;
    const parts = allParts(root, reference);
    const inside = new Set(
      parts.flatMap((part) => Object.keys(getObject(part, "properties") ?? {})),
    );
    for (const [index, part] of parts.entries()) {
      describe(part, index > 0);
      for (const name of requiredNames(part)) if (!inside.has(name)) required.add(name);
    }
  }
  const known = [...required].filter((name) => described.has(name));
  const deep = known.flatMap((name) => {
    const found = described.get(name);
    return found?.deep ? [[name, found] as const] : [];
  });
  return { required: known, deep: new Map(deep) };
}

/** A schema and its parts that stand inline. */
function ownParts(schema: JsonObject): JsonObject[] {
  const inline = getList(schema, "allOf").filter(isObject);
  const parts = inline.filter((part) => get(part, "$ref") === undefined);
  return [schema, ...parts.flatMap(ownParts)];
}

/** What a reference leads to and all parts of that, the nearest first. */
function allParts(root: JsonObject, reference: unknown): JsonObject[] {
  const parts = new Set<JsonObject>();
  const waiting = [reference];
  for (let given = waiting.shift(); given !== undefined; given = waiting.shift()) {
    const part = resolveReference(root, given);
    if (!isObject(part) || parts.has(part)) continue;
    parts.add(part);
    waiting.push(...getList(part, "allOf"));
  }
  return [...parts];
}

function requiredNames(schema: JsonObject): string[] {
  return getList(schema, "required").filter((name) => typeof name === "string");
}

/** Whether every value of a schema is an object, as far as the schema says it at all. */
function isObjectSchema(root: JsonObject, given: unknown, seen = new Set<unknown>()): boolean {
  const schema = resolveReference(root, given);
  if (!isObject(schema) || seen.has(schema) || get(schema, "nullable") === true) return false;
  seen.add(schema);
  const type = get(schema, "type");
  if (type !== undefined) return type === "object";
  if (get(schema, "properties") !== undefined) return true;
  return getList(schema, "allOf").some((part) => isObjectSchema(root, part, seen));
}

/**
 * The parts of an `allOf` that tell something of the type: one that only describes the whole would add
 * `unknown` to an intersection, one that only says "an object" any property.
 *
 * @param lowered the same parts, lowered.
 */
export function tellingParts(
  root: JsonObject,
  given: readonly unknown[],
  lowered: readonly LoweredSchema[],
): LoweredSchema[] {
  const isTold = given.some(
    (part, index) => !isBareObject(lowered[index] ?? {}) && isObjectSchema(root, part),
  );
  return lowered.filter((part) => !isEmpty(part) && !(isTold && isBareObject(part)));
}

/** Whether credentials were all that a part has, so that a request has nothing of it. */
export function isEmptied(model: ApiModel, part: unknown, direction: Direction): boolean {
  const schema = resolveReference(model.document, part) as Schema;
  const filledIn = model.bodyCredentials.get(schema);
  if (direction !== "request" || filledIn === undefined) return false;
  const beside = isObject(part) && part !== schema ? without(part, "$ref") : {};
  return holdsOnly(schema, filledIn) && holdsOnly(beside, filledIn);
}

/** Whether a schema's own `type` only says once more what one of its parts says: `Colour & string`. */
export function repeatsType(
  root: JsonObject,
  schema: JsonObject,
  parts: readonly unknown[],
): boolean {
  const type = get(schema, "type");
  if (typeof type !== "string" || get(schema, "items") !== undefined) return false;
  return parts.some((part) => get(resolveReference(root, part), "type") === type);
}

/** A reference and what stands beside it (JSON Schema 2020-12, 8.2.3.1), as parts of one schema. */
export function asParts(schema: JsonObject): JsonObject {
  const { $ref, ...others } = schema;
  return { ...others, allOf: [{ $ref }, ...getList(schema, "allOf")] };
}

export function without(schema: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = schema;
  return rest;
}
