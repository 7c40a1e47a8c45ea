import { get, getList, isObject, type JsonObject } from "../../../load/data.js";
import { componentName } from "../../../load/component-reference.js";
import type { Side } from "../side.js";
import { tokensOf, type TypeToken } from "./type-tokens.js";

/** One of several alternatives. */
export interface Alternative {
  readonly schema: unknown;
  /** The component that it refers to. */
  readonly name: string | undefined;
  /** The list that it stands in, and where in it. */
  readonly home: object;
  readonly key: number;
}

/** Alternatives of which a value has to fit one. */
export interface Union {
  readonly keyword: "oneOf" | "anyOf";
  readonly members: readonly Alternative[];
  /** The lists that they stand in: more than one where one stands in another. */
  readonly lists: readonly unknown[];
}

/** What a `oneOf` or `anyOf` means: null apart, what is alone as itself, types and values as such. */
export interface FoundUnion {
  readonly hasNull: boolean;
  readonly only?: Alternative;
  readonly types?: readonly TypeToken[];
  readonly values?: readonly unknown[];
  readonly union?: Union;
}

const WORDS = new Set([
  "title",
  "description",
  "example",
  "examples",
  "deprecated",
  "externalDocs",
]);

/** Reads the alternatives of a schema. */
export function readUnion(side: Side, schema: JsonObject, keyword: "oneOf" | "anyOf"): FoundUnion {
  const lists: unknown[] = [];
  const all = collect(side, getList(schema, keyword), lists);
  const members = all.filter((one) => !isNull(side.object(one.schema)));
  const hasNull = members.length < all.length;
  const [first, ...others] = members;
  if (first === undefined) return { hasNull };
  if (others.length === 0) return { hasNull, only: first };
  const resolved = members.map((one) => side.object(one.schema) ?? {});
  const types = resolved.map(typesAlone);
  if (types.every((one) => one !== undefined)) return { hasNull, types: types.flat() };
  const values = resolved.map(valuesAlone);
  if (values.every((one) => one !== undefined)) return { hasNull, values: values.flat() };
  return { hasNull, union: { keyword, members, lists } };
}

/** The alternatives, those of an alternative that is nothing but alternatives among them. */
function collect(side: Side, list: readonly unknown[], lists: unknown[]): Alternative[] {
  if (lists.includes(list)) return [];
  lists.push(list);
  return list.flatMap((schema, key) => {
    const target = side.object(schema);
    const inner = target && innerList(target);
    if (inner && !lists.includes(inner)) return collect(side, inner, lists);
    return [{ schema, name: componentName(get(schema, "$ref")), home: list, key }];
  });
}

function innerList(schema: JsonObject): readonly unknown[] | undefined {
  const said = Object.keys(schema).filter((key) => !WORDS.has(key));
  const [keyword] = said;
  if (said.length !== 1 || (keyword !== "oneOf" && keyword !== "anyOf")) return undefined;
  const list = schema[keyword];
  return Array.isArray(list) && list.length > 0 ? list : undefined;
}

function isNull(schema: JsonObject | undefined): boolean {
  if (schema === undefined) return false;
  const types = [get(schema, "type")].flat();
  if (Object.hasOwn(schema, "type")) return types.every((type) => type === "null" || type === null);
  const values = get(schema, "enum");
  if (Array.isArray(values)) return values.length > 0 && values.every((value) => value === null);
  return Object.hasOwn(schema, "const") && schema["const"] === null;
}

function typesAlone(schema: JsonObject): readonly TypeToken[] | undefined {
  const isAlone = Object.keys(schema).every(
    (key) => key === "type" || key === "format" || WORDS.has(key),
  );
  const tokens = isAlone ? tokensOf(schema) : undefined;
  // Objects and lists of any kind are alternatives as much as those that are described.
  return tokens?.every(({ type }) => type !== "object" && type !== "array") ? tokens : undefined;
}

function valuesAlone(schema: JsonObject): readonly unknown[] | undefined {
  const isAlone = Object.keys(schema).every(
    (key) => ["type", "const", "enum"].includes(key) || WORDS.has(key) || key.startsWith("x-"),
  );
  if (!isAlone) return undefined;
  if (Object.hasOwn(schema, "const")) return [schema["const"]];
  const values = get(schema, "enum");
  return Array.isArray(values) ? values : undefined;
}

/** What tells one alternative from others: a property that is fixed to a value in it. */
export function markOf(side: Side, { schema }: Alternative): string | undefined {
  const marks = [...side.view(schema).properties].flatMap(([name, property]) => {
    const described = side.object(property.schema);
    const values = get(described, "enum");
    const value =
      get(described, "const") ??
      (Array.isArray(values) && values.length === 1 ? values[0] : undefined);
    return value === undefined || isObject(value) ? [] : [`${name}=${JSON.stringify(value)}`];
  });
  return marks[0];
}
