import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import {
  get,
  getEntries,
  getList,
  getObject,
  getString,
  isObject,
  type JsonObject,
} from "../load/data.js";
import { listOperations, type FoundOperation } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import { responseStatus } from "../load/response-status.js";
import {
  PARAMETER_PLACES,
  type Answer,
  type Example,
  type Operation,
  type Parameter,
  type ParameterPlace,
  type RequestBody,
  type Schema,
} from "../model/api-model.js";
import { readSecurity, type SecuritySchemes } from "./read-credentials.js";

/** Whether to keep an operation. */
export type OperationFilter = (operation: { id: string; method: string; path: string }) => boolean;

/** The operations of the document that `included` takes, in document order. */
export function readOperations(
  document: BundledDocument,
  schemes: SecuritySchemes,
  included: OperationFilter,
  report: Report,
): Operation[] {
  const operations: Operation[] = [];
  for (const found of listOperations(document.root)) {
    const operation = readOperation(document, found, schemes, report);
    if (included(operation)) operations.push(operation);
  }
  return operations;
}

function readOperation(
  document: BundledDocument,
  { path, method, pathItem, operation }: FoundOperation,
  schemes: SecuritySchemes,
  report: Report,
): Operation {
  const { root } = document;
  const answers = getEntries(operation, "responses").flatMap(([key, given]) => {
    const status = responseStatus(key);
    return status === undefined ? [] : [readAnswer(root, status, given)];
  });
  const isSuccess = ({ status }: Answer) => status.startsWith("2");
  return {
    id: getString(operation, "operationId") || `${method} ${path}`,
    named: Boolean(getString(operation, "operationId")),
    source: operation,
    method: method.toUpperCase(),
    path,
    summary: getString(operation, "summary") ?? getString(pathItem, "summary"),
    description: getString(operation, "description") ?? getString(pathItem, "description"),
    documentation: getString(getObject(operation, "externalDocs"), "url"),
    deprecated: get(operation, "deprecated") === true,
    idempotent: readFlag(operation, "x-idempotent"),
    parameters: readParameters(document, path, pathItem, operation, report),
    body: readBody(root, get(operation, "requestBody")),
    successes: answers.filter(isSuccess),
    failures: answers.filter((answer) => !isSuccess(answer)),
    security: readSecurity(operation, schemes),
  };
}

function readFlag(owner: JsonObject, name: string): boolean | undefined {
  const value = get(owner, name);
  return typeof value === "boolean" ? value : undefined;
}

/** A path item's parameters and the operation's own, which win (OpenAPI 3.1, 4.8.9). */
function readParameters(
  document: BundledDocument,
  path: string,
  pathItem: JsonObject,
  operation: JsonObject,
  report: Report,
): Parameter[] {
  const byPlace = new Map<string, Parameter>();
  for (const given of [...getList(pathItem, "parameters"), ...getList(operation, "parameters")]) {
    const parameter = resolveReference(document.root, given);
    const name = getString(parameter, "name");
    const place = PARAMETER_PLACES.find((one) => one === get(parameter, "in"));
    if (name === undefined || place === undefined || isReserved(place, name)) continue;
    byPlace.set(`${place} ${name}`, {
      name,
      in: place,
      required: place === "path" || get(parameter, "required") === true,
      schema: parameterSchema(parameter),
      description: getString(parameter, "description"),
      deprecated: get(parameter, "deprecated") === true,
    });
  }
  for (const [, name = ""] of path.matchAll(/\{([^{}]*)\}/g)) {
    if (byPlace.has(`path ${name}`)) continue;
    report.warning(
      document.locate(operation),
      `The path "${path}" holds {${name}}, which no parameter describes.`,
      "Add a path parameter of that name; until then callers give a string.",
    );
    byPlace.set(`path ${name}`, {
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
      description: undefined,
      deprecated: false,
    });
  }
  return [...byPlace.values()];
}

/** Header parameters that OpenAPI leaves to other fields (OpenAPI 3.1, 4.8.12.2.1). */
function isReserved(place: ParameterPlace, name: string): boolean {
  return (
    place === "header" && ["accept", "content-type", "authorization"].includes(name.toLowerCase())
  );
}

function parameterSchema(parameter: unknown): Schema {
  const direct = get(parameter, "schema");
  const [content] = getEntries(parameter, "content");
  return asSchema(direct ?? get(content?.[1], "schema"));
}

function asSchema(value: unknown): Schema {
  return isObject(value) || typeof value === "boolean" ? value : {};
}

function readBody(root: JsonObject, given: unknown): RequestBody | undefined {
  const body = resolveReference(root, given);
  const content = pickContent(root, body);
  if (!content) return undefined;
  return {
    ...content,
    required: get(body, "required") === true,
    description: getString(body, "description"),
  };
}

function readAnswer(root: JsonObject, status: string, given: unknown): Answer {
  const response = resolveReference(root, given);
  return {
    status,
    description: getString(response, "description"),
    content: pickContent(root, response),
  };
}

/** JSON where there is a choice, else what stands first. */
function pickContent(
  root: JsonObject,
  owner: unknown,
): { mediaType: string; schema: Schema; examples: Example[] } | undefined {
  const entries = getEntries(owner, "content");
  const [mediaType, media] = entries.find(([type]) => isJson(type)) ?? entries[0] ?? [];
  if (mediaType === undefined) return undefined;
  const schema = asSchema(get(media, "schema"));
  return { mediaType, schema, examples: readExamples(root, media) };
}

/** `application/json` and whatever ends in `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  const [type = ""] = mediaType.split(";");
  return /^(application|text)\/(.+\+)?json$/i.test(type.trim());
}

function readExamples(root: JsonObject, media: unknown): Example[] {
  const examples = getEntries(media, "examples").flatMap(([name, given]) => {
    const example = resolveReference(root, given);
    const value = get(example, "value") ?? get(example, "dataValue");
    return value === undefined ? [] : [{ name, summary: getString(example, "summary"), value }];
  });
  const single = get(media, "example");
  if (examples.length === 0 && single !== undefined) {
    return [{ name: "example", summary: undefined, value: single }];
  }
  return examples;
}
