import { get, getList, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel, Direction, Schema } from "../model/api-model.js";
import { holdsOnly } from "../normalise/read-body-credentials.js";
import { isBareObject, isEmpty, type LoweredSchema } from "./lowered-schema.js";

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

/** A copy of a schema that lacks a keyword. */
export function without(schema: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = schema;
  return rest;
}
