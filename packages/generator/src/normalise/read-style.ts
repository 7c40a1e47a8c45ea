import { get, getEntries, getString, isObject, type JsonObject } from "../load/data.js";
import type { Schema } from "../model/api-model.js";
import { type ParameterPlace, STYLES, type ValueStyle } from "../model/parameter-style.js";
import { isJson, mediaKind } from "./media-types.js";
import { valueKinds } from "./value-kinds.js";

/** How a parameter goes out, and whether the runtime does that by itself. */
export interface ReadStyle {
  readonly style: ValueStyle;
  readonly isUsual: boolean;
}

/** Reads `style`, `explode` and `allowReserved` of a parameter, or its `content`. */
export function readStyle(
  root: JsonObject,
  parameter: unknown,
  place: ParameterPlace,
  schema: Schema,
): ReadStyle {
  if (place === "querystring") return { style: {}, isUsual: false };
  const style = contentStyle(parameter) ?? styleIn(parameter, STYLES[place]);
  return { style, isUsual: isUsual(root, parameter, place, schema, style) };
}

/** A parameter with `content` is text of that media type. */
function contentStyle(parameter: unknown): ValueStyle | undefined {
  const [mediaType] = getEntries(parameter, "content")[0] ?? [];
  if (mediaType === undefined) return undefined;
  return isJson(mediaType) ? { style: "json" } : {};
}

/**
 * The style that `owner`, a parameter or an encoding, asks for, as far as it is not the default.
 *
 * @param known the styles that it may have, the default first; another one counts as the default.
 */
function styleIn(owner: unknown, known: readonly string[]): ValueStyle {
  const [usual] = known;
  const style = known.find((one) => one === getString(owner, "style")) ?? usual;
  const explode = get(owner, "explode");
  const usuallyExplodes = style === "form" || style === "cookie";
  const takesReserved = known.includes("label") || known.includes("deepObject");
  return {
    ...(style !== undefined && style !== usual ? { style } : {}),
    ...(typeof explode === "boolean" && explode !== usuallyExplodes && style !== "deepObject"
      ? { explode }
      : {}),
    ...(takesReserved && get(owner, "allowReserved") === true ? { allowReserved: true } : {}),
  };
}

/** What openapi-fetch sends by itself just as OpenAPI wants it. */
function isUsual(
  root: JsonObject,
  parameter: unknown,
  place: ParameterPlace,
  schema: Schema,
  { style, explode, allowReserved }: ValueStyle,
): boolean {
  if (style !== undefined || allowReserved || !isUsualName(parameter, place)) return false;
  const kinds = valueKinds(root, schema);
  if (kinds.has("deep")) return false;
  if (!kinds.has("list")) return true;
  return place === "path" || (place === "query" && explode === undefined);
}

/** openapi-fetch reads modifiers in names of path parameters, and does not encode those of a query. */
function isUsualName(parameter: unknown, place: ParameterPlace): boolean {
  const name = getString(parameter, "name") ?? "";
  if (place === "path") return /^\w[^*]*$/.test(name);
  return place !== "query" || !/[&#=+%]/.test(name);
}

/** Members of a form that `encoding` sends in another way than the default (OpenAPI 3.2, 4.14 and 4.15). */
export function readEncoding(
  root: JsonObject,
  mediaType: string,
  media: unknown,
  schema: Schema,
): ReadonlyMap<string, ValueStyle> {
  const kind = mediaKind(mediaType);
  const isForm = kind === "form";
  const found = new Map<string, ValueStyle>();
  if (!isForm && kind !== "multipart") return found;
  for (const [name, encoding] of getEntries(media, "encoding")) {
    const own = isObject(encoding) ? encoding : {};
    const hasStyle = ["style", "explode", "allowReserved"].some((field) =>
      Object.hasOwn(own, field),
    );
    if (hasStyle) {
      const style = styleIn(own, STYLES.query);
      const isDefault = Object.keys(style).length === 0;
      // In the style `form` an object is its members, else it is JSON.
      if (!isDefault || mayBeDeep(root, schema, name)) found.set(name, style);
    } else if (!isForm) {
      const contentType = partType(getString(own, "contentType"));
      if (contentType !== undefined) found.set(name, { contentType });
    }
  }
  return found;
}

function mayBeDeep(root: JsonObject, schema: Schema, name: string): boolean {
  const property = get(get(schema, "properties"), name);
  return property !== undefined && valueKinds(root, property).has("deep");
}

/** One type that is not what a part has by itself. Of several types the caller's blob says which it is. */
function partType(contentType: string | undefined): string | undefined {
  const type = contentType?.trim() ?? "";
  // It becomes a line of the body: a break in it would make two.
  const isOne = /^[!-~]+\/[ -~]+$/.test(type) && !/[*,]/.test(type);
  return isOne && !OWN_TYPES.has(type.toLowerCase()) ? type : undefined;
}

/** What parts have by themselves: text, objects and blobs. */
const OWN_TYPES = new Set(["text/plain", "application/json", "application/octet-stream"]);
