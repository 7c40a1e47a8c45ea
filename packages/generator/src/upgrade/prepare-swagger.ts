import {
  get,
  getEntries,
  getList,
  getObject,
  getString,
  isObject,
  type JsonObject,
} from "../load/data.js";
import { METHODS } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";

const MULTIPART = "multipart/form-data";
const FORMS = [MULTIPART, "application/x-www-form-urlencoded"];
const EXAMPLES = "x-clientgen-examples";
const BYTES = "application/octet-stream";

/**
 * Brings a Swagger 2.0 document into a form that the upgrade reads as it is meant: each operation has
 * its own body and form parameters, and says what it consumes and produces. Changes `root`.
 */
export function prepareSwagger(root: JsonObject): void {
  root["swagger"] = "2.0";
  for (const [, pathItem] of getEntries(root, "paths")) {
    if (!isObject(pathItem)) continue;
    // Shared with all methods of the path, of which GET and HEAD have no body (RFC 9110, 9.3).
    const shared = bodyParameters(root, pathItem);
    for (const key of Object.keys(pathItem)) {
      const operation = pathItem[key];
      if (METHODS.some((method) => method === key) && isObject(operation)) {
        prepareOperation(root, operation, key === "get" || key === "head" ? [] : shared);
      } else if (key !== "parameters" && key !== "$ref") {
        // Extensions and what else is there would be taken for operations.
        delete pathItem[key];
      }
    }
  }
  for (const [, response] of getEntries(root, "responses")) hideExamples(response);
  for (const [name, parameter] of getEntries(root, "parameters")) {
    // They stand where they were referred to now.
    if (isBody(resolveReference(root, parameter))) delete getObject(root, "parameters")?.[name];
  }
}

function prepareOperation(
  root: JsonObject,
  operation: JsonObject,
  shared: readonly JsonObject[],
): void {
  const own = bodyParameters(root, operation);
  const inherited = own.some(({ in: place }) => place === "body") ? [] : shared;
  const names = new Set(own.map(({ name }) => name));
  const body = [...inherited.filter(({ name }) => !names.has(name)), ...own];
  if (body.length > 0) operation["parameters"] = [...getList(operation, "parameters"), ...body];
  const forms = body.filter(({ in: place }) => place === "formData");
  if (forms.length > 0) operation["consumes"] = formTypes(root, operation, forms);
  const responses = operation["responses"];
  if (!isObject(responses)) return;
  for (const key of Object.keys(responses)) {
    const response = responses[key];
    if (!isObject(response)) delete responses[key];
    else if (get(get(response, "schema"), "type") === "file") sayBytes(operation);
    hideExamples(response);
  }
}

/** The upgrade drops the media types that have no example where another has one. */
function hideExamples(response: unknown): void {
  if (!isObject(response) || !isObject(response["examples"])) return;
  response[EXAMPLES] = response["examples"];
  delete response["examples"];
}

/** Puts the examples of an upgraded response to its media types. */
export function showExamples(response: JsonObject): void {
  for (const [type, example] of getEntries(response, EXAMPLES)) {
    const media = getObject(getObject(response, "content"), type);
    if (media) media["example"] = example;
  }
  delete response[EXAMPLES];
}

/** Takes the parameters that make a body out of their owner, references followed. */
function bodyParameters(root: JsonObject, owner: JsonObject): JsonObject[] {
  const found: JsonObject[] = [];
  const others = getList(owner, "parameters").filter((given) => {
    const parameter = resolveReference(root, given);
    if (!isBody(parameter)) return true;
    found.push(parameter === given ? parameter : { ...parameter });
    return false;
  });
  if (found.length > 0) owner["parameters"] = others;
  return found;
}

function isBody(parameter: unknown): parameter is JsonObject {
  return ["body", "formData"].includes(getString(parameter, "in") ?? "");
}

/** What a form is sent as: a file needs parts (Swagger 2.0, Parameter Object, `type`). */
function formTypes(
  root: JsonObject,
  operation: JsonObject,
  forms: readonly JsonObject[],
): readonly unknown[] {
  if (forms.some(({ type }) => type === "file")) return [MULTIPART];
  const given = getList(operation, "consumes");
  const types = (given.length > 0 ? given : getList(root, "consumes")).filter((type) =>
    FORMS.some((form) => form === type),
  );
  return types.length > 0 ? types : ["application/x-www-form-urlencoded"];
}

/** A file is no JSON: where nothing else is said, it is bytes. */
function sayBytes(operation: JsonObject): void {
  const types = getList(operation, "produces").filter((type) => !/json/i.test(String(type)));
  operation["produces"] = types.length > 0 ? types : [BYTES];
}
