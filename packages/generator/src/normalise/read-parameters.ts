import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { get, getEntries, getList, getString, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Parameter, Schema } from "../model/api-model.js";
import { PARAMETER_PLACES, type ParameterPlace } from "../model/parameter-style.js";
import { asSchema } from "./read-content.js";
import { readEncoding, readStyle } from "./read-style.js";
import { valueKinds } from "./value-kinds.js";

/** A path item's parameters and the operation's own, which win (OpenAPI 3.1, 4.8.9). */
export function readParameters(
  document: BundledDocument,
  path: string,
  pathItem: JsonObject,
  operation: JsonObject,
  report: Report,
): Parameter[] {
  const byPlace = new Map<string, Parameter>();
  for (const given of [...getList(pathItem, "parameters"), ...getList(operation, "parameters")]) {
    const parameter = readParameter(document.root, resolveReference(document.root, given));
    if (parameter) byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  const whole = [...byPlace].find(([, one]) => one.in === "querystring");
  if (whole && [...byPlace.values()].some((one) => one.in === "query")) {
    report.warning(
      document.locate(operation),
      `The parameter ${JSON.stringify(whole[1].name)} is the whole query string of an operation that has parameters of the query, too, so that it is left out.`,
      "Put the others into its schema, or remove it.",
    );
    byPlace.delete(whole[0]);
  }
  for (const [, name = ""] of path.matchAll(/\{([^{}]*)\}/g)) {
    if (byPlace.has(`path ${name}`)) continue;
    report.warning(
      document.locate(operation),
      `The path "${path}" holds {${name}}, which no parameter describes.`,
      "Add a path parameter of that name; until then callers give a string.",
    );
    const described = { name, in: "path", schema: { type: "string" } };
    const parameter = readParameter(document.root, described);
    if (parameter) byPlace.set(`path ${name}`, parameter);
  }
  return [...byPlace.values()];
}

function readParameter(root: JsonObject, parameter: unknown): Parameter | undefined {
  const name = getString(parameter, "name");
  const place = PARAMETER_PLACES.find((one) => one === get(parameter, "in"));
  if (name === undefined || place === undefined || isReserved(place, name)) return undefined;
  const [mediaType, media] = getEntries(parameter, "content")[0] ?? [];
  const schema = asSchema(get(parameter, "schema") ?? get(media, "schema"));
  return {
    name,
    in: place,
    required: place === "path" || get(parameter, "required") === true,
    schema: get(parameter, "allowEmptyValue") === true ? orEmpty(root, schema) : schema,
    mediaType: place === "querystring" ? mediaType : undefined,
    ...readStyle(root, parameter, place, schema),
    encoding: readEncoding(root, mediaType ?? "", media, schema),
    description: getString(parameter, "description"),
    deprecated: get(parameter, "deprecated") === true,
  };
}

/** Header parameters that OpenAPI leaves to other fields (OpenAPI 3.1, 4.8.12.2.1). */
function isReserved(place: ParameterPlace, name: string): boolean {
  return (
    place === "header" && ["accept", "content-type", "authorization"].includes(name.toLowerCase())
  );
}

/** `allowEmptyValue`: `flag=` is sent for an empty text, whatever the type is. */
function orEmpty(root: JsonObject, schema: Schema): Schema {
  const takesText = typeof schema === "boolean" || get(schema, "type") === "string";
  if (takesText || !valueKinds(root, schema).has("plain")) return schema;
  const told = ["description", "default", "deprecated", "example"].filter((key) =>
    Object.hasOwn(schema, key),
  );
  return {
    anyOf: [schema, { type: "string", enum: [""] }],
    ...Object.fromEntries(told.map((key) => [key, schema[key]])),
  };
}
