import type { TypeUse } from "../plan/package-plan.js";
import { componentReference } from "../load/component-reference.js";
import { get, getList, type JsonObject } from "../load/data.js";

/** Key of a lowered schema that stands for an open enum: the strings that are known. */
export const OPEN_ENUM = Symbol("open enum");
/** Key of a lowered schema that stands for a global type of the platform. */
export const PLATFORM_TYPE = Symbol("platform type");

/**
 * A schema as openapi-typescript gets it: exported names instead of component names, tokens instead
 * of texts, no bare `true` or `false`.
 */
export interface LoweredSchema {
  [keyword: string]: unknown;
  [OPEN_ENUM]?: readonly string[];
  [PLATFORM_TYPE]?: "Blob" | "never" | "undefined" | typeof BYTES;
}

/** A whole body of bytes, in each form that `fetch` sends. */
export const BYTES = "Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>";

/** The schema of a type that the plan knows already. */
export function lowerUse(use: TypeUse): LoweredSchema {
  if (use.kind === "named") return reference(use.name);
  // The raw client gets streams as a whole.
  if (use.kind !== "built-in") return {};
  switch (use.text) {
    case "string":
      return { type: "string" };
    case "Blob":
      return { type: "string", [PLATFORM_TYPE]: "Blob" };
    case "bytes":
      return { type: "string", [PLATFORM_TYPE]: BYTES };
    default:
      return {};
  }
}

/** The reference that stands for the type of that exported name. */
export function reference(exportedName: string): LoweredSchema {
  return { $ref: componentReference(exportedName) };
}

/** `schema`, or `null`; what says nothing takes `null` as it is. */
export function orNull(schema: LoweredSchema): LoweredSchema {
  if (isEmpty(schema)) return schema;
  return { anyOf: [schema, { type: "null" }] };
}

/** Whether a type can tell a value: YAML has numbers that JSON and TypeScript have no literals for. */
export function isLiteral(value: unknown): boolean {
  return typeof value !== "number" || Number.isFinite(value);
}

/** Whether a schema says nothing that a type can tell. */
export function isEmpty(schema: LoweredSchema): boolean {
  return Reflect.ownKeys(schema).length === 0;
}

/** Whether a schema says nothing but that its values are objects; its required names are told elsewhere. */
export function isBareObject(schema: LoweredSchema): boolean {
  const { type, required: _, ...others } = schema;
  return type === "object" && isEmpty(others);
}

/**
 * Puts what a schema says of itself beside its alternatives, for openapi-typescript takes it for one
 * more of them. An alternative that no type can tell (`required` alone) leaves the choice without one.
 */
export function withChoices(schema: LoweredSchema): LoweredSchema {
  const { anyOf, oneOf, ...own } = schema;
  if (!OWN_STRUCTURE.some((keyword) => Object.hasOwn(own, keyword))) return schema;
  const choices = Object.entries({ anyOf, oneOf }).filter(
    ([, parts]) => Array.isArray(parts) && !parts.some(isEmpty),
  );
  if (choices.length === 0) return own;
  return { allOf: [own, ...choices.map(([keyword, parts]) => ({ [keyword]: parts }))] };
}

/**
 * What members may hold that no property describes, so that it holds for the properties, too: an index
 * signature that contradicts a property beside it leaves no object to write. `true` (anything) where
 * the properties would have to be told once more in full.
 */
export function besideMembers(others: LoweredSchema, members: JsonObject): LoweredSchema | true {
  const types = new Map([[keyOf(others), others]]);
  for (const member of Object.values(members)) {
    const { description: _, ...type } = member as LoweredSchema;
    const key = keyOf(type);
    if (isEmpty(type) || key.includes('"properties":')) return true;
    types.set(key, type);
  }
  if (Object.keys(members).length === 0) return others;
  const absent: LoweredSchema = { type: "string", [PLATFORM_TYPE]: "undefined" };
  return { anyOf: [...types.values(), absent] };
}

function keyOf(type: LoweredSchema): string {
  return JSON.stringify([type, type[OPEN_ENUM], type[PLATFORM_TYPE]]);
}

const OWN_STRUCTURE = ["properties", "allOf", "additionalProperties", "patternProperties"];

/** A choice of strings; `open` lets any other string in. */
export function lowerEnum(schema: JsonObject, open: boolean): LoweredSchema {
  const given = getList(schema, "enum").filter((value) => typeof value === "string");
  const values = [...new Set(given)];
  const type = get(schema, "type");
  const nullable =
    getList(schema, "enum").includes(null) &&
    (type === undefined || getList(schema, "type").includes("null"));
  const known: LoweredSchema = open
    ? { type: "string", [OPEN_ENUM]: values }
    : { type: "string", enum: values };
  return nullable ? orNull(known) : known;
}
