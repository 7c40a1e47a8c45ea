import type { ParameterStyle } from "./parameter-style.js";

/** A name and a value, encoded. */
export type Pair = readonly [name: string, value: string];

/**
 * The pairs that a parameter becomes (OpenAPI 3.2, 4.12.2.2; RFC 6570, 3.2.1). Null, undefined, empty lists and empty objects become none.
 * What OpenAPI leaves open: a list or an object inside of another is JSON text, but for `deepObject`, see {@link deepPairs}.
 *
 * @param name The name of the parameter.
 * @param given Its value. What has a `toJSON`, dates for example, counts as what that gives.
 * @param style How it is to be sent.
 * @param encode What each name and each text goes through.
 */
export function pairsOf(
  name: string,
  given: unknown,
  { style = "form", explode = style === "form" || style === "cookie" }: ParameterStyle,
  encode: (text: string) => string,
): Pair[] {
  const value = plain(given);
  if (value === null || value === undefined) return [];
  if (style === "json") return [[encode(name), encode(JSON.stringify(value))]];
  if (style === "deepObject") return deepPairs(name, value, encode);
  if (typeof value !== "object") return [[encode(name), encode(textOf(value))]];
  const isList = Array.isArray(value);
  const pairs = Object.entries(value).flatMap(([key, given]): Pair[] => {
    const item = plain(given);
    if (item === null || item === undefined) return [];
    return [[encode(isList ? name : key), encode(textOf(item))]];
  });
  if (explode || !pairs.length) return pairs;
  const between = { spaceDelimited: encode(" "), pipeDelimited: encode("|") }[style as string];
  const texts = isList ? pairs.map(([, text]) => text) : pairs.flat();
  return [[encode(name), texts.join(between ?? ",")]];
}

/**
 * `a[b]=1`, at any depth. OpenAPI says nothing of lists: one of plain values becomes `a[]=1&a[]=2`, one of objects or lists
 * `a[0][b]=1`, which is what PHP, Rails and Node's qs read.
 */
function deepPairs(name: string, given: unknown, encode: (text: string) => string): Pair[] {
  const value = plain(given);
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [[encode(name), encode(textOf(value))]];
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = Array.isArray(value) && typeof plain(item) !== "object" ? "" : key;
    return deepPairs(`${name}[${inner}]`, item, encode);
  });
}

type Plain = string | number | bigint | boolean | object | null | undefined;

/** A value as JSON has it: a date as its text. */
export function plain(value: unknown): Plain {
  const { toJSON } = Object(value) as { toJSON?: unknown };
  return typeof toJSON === "function" ? (toJSON.call(value) as Plain) : (value as Plain);
}

function textOf(value: Exclude<Plain, undefined | null>): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
