import { get, getString, isObject, type JsonObject } from "../../../load/data.js";
import { knownType } from "../../../load/schema-types.js";
import type { SchemaView } from "./schema-view.js";

/** A type that a value may have, and its format, as far as that says something of the value. */
export interface TypeToken {
  readonly type: string;
  readonly format?: string | undefined;
}

/** Formats of numbers (OpenAPI format registry); all others are of texts. */
const OF_NUMBERS = new Set(
  ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "double-int"].concat([
    "float",
    "double",
    "decimal",
    "decimal128",
  ]),
);

/** For a format, those whose values all are values of it. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  int16: ["int8", "uint8"],
  int32: ["int8", "int16", "uint8", "uint16"],
  int64: ["int8", "int16", "int32", "uint8", "uint16", "uint32"],
  uint16: ["uint8"],
  uint32: ["uint8", "uint16"],
  uint64: ["uint8", "uint16", "uint32"],
  float: ["int8", "int16", "uint8", "uint16"],
  double: ["float", "int8", "int16", "int32", "uint8", "uint16", "uint32"],
  "uri-reference": ["uri"],
  iri: ["uri"],
  "iri-reference": ["iri", "uri", "uri-reference"],
  "idn-email": ["email"],
  "idn-hostname": ["hostname"],
};

/** Formats that say how a value is shown, not what it is. */
const HINTS = new Set(["password"]);

/** What one schema object says of types, but for null; `undefined` where it says nothing. */
export function tokensOf(part: JsonObject): readonly TypeToken[] | undefined {
  const given = givenTypes(part);
  if (given === undefined) return undefined;
  const types = [...new Set(given)];
  return types.filter((type) => type !== "null").map((type) => withFormat(type, part));
}

/** The types that one schema object names, null among them. */
export function givenTypes(part: JsonObject): readonly string[] | undefined {
  if (!Object.hasOwn(part, "type")) return undefined;
  const given = knownType(part["type"]);
  return typeof given === "string" ? [given] : given;
}

function withFormat(type: string, part: JsonObject): TypeToken {
  const format = getString(part, "format");
  if (format === undefined || HINTS.has(format)) return { type };
  // Of a number and a text, a format is of the one that it is known for.
  const hasNumber = [get(part, "type")].flat().some(isNumeric);
  const isOfNumber = OF_NUMBERS.has(format) && hasNumber;
  if (isNumeric(type) ? isOfNumber || type === part["type"] : type === "string" && !isOfNumber) {
    return { type, format };
  }
  return { type };
}

function isNumeric(type: unknown): boolean {
  return type === "number" || type === "integer";
}

/** The types that fit two lists of them. */
export function meet(one: readonly TypeToken[], other: readonly TypeToken[]): readonly TypeToken[] {
  return one.flatMap((token) => {
    const narrower = other.find((each) => covers(token, each, false));
    if (narrower !== undefined) return [narrower];
    return other.some((each) => covers(each, token, false) || each.type === token.type)
      ? [token]
      : [];
  });
}

/**
 * Whether all values of one type are values of another.
 *
 * @param isText whether all values travel as text: a number is a text as well then.
 */
export function covers(wide: TypeToken, narrow: TypeToken, isText: boolean): boolean {
  if (wide.type === narrow.type) return coversFormat(wide.format, narrow.format);
  if (wide.type === "number" && narrow.type === "integer") {
    return wide.format === undefined || OF_NUMBERS.has(wide.format);
  }
  const isScalar = isNumeric(narrow.type) || narrow.type === "boolean";
  return isText && wide.type === "string" && wide.format === undefined && isScalar;
}

function coversFormat(wide: string | undefined, narrow: string | undefined): boolean {
  if (wide === undefined || wide === narrow) return true;
  return (
    narrow !== undefined && Object.hasOwn(WIDER, wide) && WIDER[wide]?.includes(narrow) === true
  );
}

const KEYWORDS_OF: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  [
    "object",
    ["properties", "required", "additionalProperties", "patternProperties", "propertyNames"].concat(
      ["minProperties", "maxProperties", "dependentRequired", "dependentSchemas"],
      ["unevaluatedProperties"],
    ),
  ],
  [
    "array",
    ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"],
  ],
  ["string", ["pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

/** The type that is meant where none is given: documents leave `type: object` out where there are properties. */
export function inferTokens(view: SchemaView): readonly TypeToken[] | undefined {
  const { parts, valueUnions } = view.reading;
  const meant = KEYWORDS_OF.filter(([, keywords]) =>
    keywords.some((keyword) => parts.some((part) => Object.hasOwn(part, keyword))),
  );
  const [first] = meant;
  if (first !== undefined) return meant.length === 1 ? [{ type: first[0] }] : undefined;
  const values = [
    ...valueUnions.flatMap((one) => one.values),
    ...parts.flatMap((part) => [
      ...[get(part, "enum")].flat(),
      ...(Object.hasOwn(part, "const") ? [part["const"]] : []),
    ]),
  ];
  const given = values.filter((value) => value !== undefined);
  // Null is no token: where nothing else is given, there is none.
  if (given.length > 0 && given.every((value) => value === null)) return [];
  const types = new Set(given.filter((value) => value !== null).map(typeOf));
  const [type] = types;
  return type !== undefined && types.size === 1 ? [{ type }] : undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (isObject(value)) return "object";
  return typeof value;
}

/** `string (date)`, as a sentence names it. */
export function showTokens(tokens: readonly TypeToken[] | undefined): string {
  if (tokens === undefined) return "any type";
  const names = tokens.map(({ type, format }) =>
    format === undefined ? type : `${type} (${format})`,
  );
  return names.join(" or ") || "no type";
}
