import { canonical, get, getList, getObjects, isObject, type JsonObject } from "../data.ts";
import type { View } from "../view.ts";

/** A schema with its references followed and its `allOf` and `null` taken apart: what it means. */
export interface Flat {
  /** The object that the schema's own words are in, behind its references. */
  readonly base: JsonObject;
  /** The objects that words were taken from, `allOf` included. */
  readonly parts: readonly JsonObject[];
  /** Sorted, without `null`; empty for a schema that allows all. */
  readonly types: readonly string[];
  readonly isNullable: boolean;
  /** The values of `enum` or `const`, `null` not among them; absent where any will do. */
  readonly values: readonly unknown[] | undefined;
  /** What a keyword says, and the object that says so. */
  readonly words: ReadonlyMap<string, { readonly said: unknown; readonly owner: JsonObject }>;
  readonly properties: ReadonlyMap<
    string,
    { readonly schema: unknown; readonly owner: JsonObject }
  >;
  readonly required: ReadonlySet<string>;
  /** The alternatives of `oneOf` or `anyOf`, `null` not among them. */
  readonly branches: readonly unknown[];
}

const DEEPEST = 50;

/** What a schema means; `undefined` for one that is none, or leads nowhere. */
export function flatten(view: View, schema: unknown): Flat | undefined {
  const parts: JsonObject[] = [];
  const base = behind(view, schema);
  if (!base) return undefined;
  gather(view, schema, parts, 0);
  const lists = parts.flatMap((one) => ["oneOf", "anyOf"].map((key) => getList(one, key)));
  const branches = lists.flat().filter((one) => !isNull(view, one));
  const nullable = parts.some(saysNull) || branches.length < lists.flat().length;
  const [only] = branches;
  // An alternative to nothing but null is no alternative.
  if (nullable && only !== undefined && branches.length === 1) gather(view, only, parts, 0);
  const isAlone = nullable && branches.length === 1;

  const words: Map<string, { said: unknown; owner: JsonObject }> = new Map();
  const properties: Map<string, { schema: unknown; owner: JsonObject }> = new Map();
  for (const owner of parts) {
    for (const [key, said] of Object.entries(owner)) {
      if (!words.has(key)) words.set(key, { said, owner });
    }
    for (const [name, one] of getObjects(owner, "properties")) {
      if (!properties.has(name)) properties.set(name, { schema: one, owner });
    }
  }
  const values = valuesOf(parts)?.filter((value) => value !== null);
  return {
    base,
    parts,
    types: typesOf(parts, values, properties.size > 0),
    isNullable: nullable,
    values,
    words,
    properties,
    required: new Set(parts.flatMap((one) => getList(one, "required")).map(String)),
    branches: isAlone ? [] : branches,
  };
}

const SHAPES = ["type", "properties", "items", "enum", "const", "oneOf", "anyOf"];

/** Behind references, and behind `allOf` of one: in OpenAPI 3.0 the way to say something beside a reference. */
function behind(view: View, schema: unknown): JsonObject | undefined {
  let base = view.follow(schema);
  for (let depth = 0; base && depth < DEEPEST; depth += 1) {
    const [only, another] = getList(base, "allOf");
    const owner: JsonObject = base;
    if (only === undefined || another !== undefined) return base;
    if (SHAPES.some((key) => get(owner, key) !== undefined)) return base;
    base = view.follow(only);
  }
  return base;
}

/** The outermost object first: its words win. */
function gather(view: View, schema: unknown, parts: JsonObject[], depth: number): void {
  let at = schema;
  const seen = new Set<unknown>();
  const chain: JsonObject[] = [];
  while (isObject(at) && !seen.has(at)) {
    seen.add(at);
    // Beside a reference, OpenAPI 3.0 ignores everything and 3.1 nothing; what is there says little.
    chain.push(at);
    if (typeof get(at, "$ref") !== "string") break;
    at = view.follow(at);
  }
  const target = chain.at(-1);
  if (!target || depth > DEEPEST || parts.includes(target)) return;
  parts.push(...chain);
  for (const part of getList(target, "allOf")) gather(view, part, parts, depth + 1);
}

function valuesOf(parts: readonly JsonObject[]): readonly unknown[] | undefined {
  for (const one of parts) {
    if (Object.hasOwn(one, "const")) return [get(one, "const")];
    if (Array.isArray(get(one, "enum"))) return getList(one, "enum");
  }
  return undefined;
}

function typesOf(
  parts: readonly JsonObject[],
  values: readonly unknown[] | undefined,
  hasProperties: boolean,
): readonly string[] {
  const said = parts.map((one) => get(one, "type")).find((type) => type !== undefined);
  const types = (Array.isArray(said) ? said : said === undefined ? [] : [said]).map(String);
  const told = types.filter((type) => type !== "null");
  if (told.length > 0) return [...new Set(told)].sort();
  if (values !== undefined) return [...new Set(values.map(typeOf))].sort();
  if (hasProperties) return ["object"];
  return parts.some((one) => isObject(get(one, "items"))) ? ["array"] : [];
}

function typeOf(value: unknown): string {
  return Number.isInteger(value) ? "integer" : Array.isArray(value) ? "array" : typeof value;
}

function saysNull(one: JsonObject): boolean {
  const type = get(one, "type");
  return (
    get(one, "nullable") === true ||
    type === "null" ||
    (Array.isArray(type) && type.includes("null"))
  );
}

function isNull(view: View, schema: unknown): boolean {
  const { type, enum: values } = (view.follow(schema) ?? {}) as { type?: unknown; enum?: unknown };
  return type === "null" || canonical(values ?? 0) === "[null]";
}
