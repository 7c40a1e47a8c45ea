import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { get, getObject, getString, type JsonObject } from "../load/data.js";
import { listOperations, type FoundOperation } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Operation, RequestBody } from "../model/api-model.js";
import type { OperationFilter } from "./operation-filter.js";
import { readAnswers } from "./read-answers.js";
import { readContents } from "./read-content.js";
import { readSecurity, type SecuritySchemes } from "./read-credentials.js";
import { readCallbacks } from "./read-incoming.js";
import { readParameters } from "./read-parameters.js";
import { readRetry } from "./read-retry.js";
import { readOwnServers } from "./read-servers.js";

/** The operations of the document that `included` takes, in document order. */
export function readOperations(
  document: BundledDocument,
  schemes: SecuritySchemes,
  included: OperationFilter,
  report: Report,
): Operation[] {
  // What is left out is not read, for nobody wants to hear what is wrong with it.
  return listOperations(document.root)
    .filter((found) => included({ id: idOf(found), path: found.path }))
    .map((found) => readOperation(document, found, schemes, report));
}

function readOperation(
  document: BundledDocument,
  found: FoundOperation,
  schemes: SecuritySchemes,
  report: Report,
): Operation {
  const { path, method, pathItem, operation } = found;
  const { root } = document;
  return {
    id: idOf(found),
    named: Boolean(getString(operation, "operationId")),
    source: operation,
    method: method.toUpperCase(),
    path,
    summary: getString(operation, "summary") ?? getString(pathItem, "summary"),
    description: getString(operation, "description") ?? getString(pathItem, "description"),
    documentation: getString(getObject(operation, "externalDocs"), "url"),
    deprecated: get(operation, "deprecated") === true,
    idempotent: readFlag(operation, "x-idempotent"),
    retry: readRetry(root, operation),
    outcomeCheck: getString(operation, "x-outcome-check"),
    parameters: readParameters(document, path, pathItem, operation, report),
    body: readBody(root, get(operation, "requestBody")),
    ...readAnswers(root, method, operation),
    callbacks: readCallbacks(root, operation),
    servers: readOwnServers(document, found, report),
    security: readSecurity(operation, schemes),
  };
}

function idOf({ operation, method, path }: FoundOperation): string {
  return getString(operation, "operationId") || `${method} ${path}`;
}

function readFlag(owner: JsonObject, name: string): boolean | undefined {
  const value = get(owner, name);
  return typeof value === "boolean" ? value : undefined;
}

function readBody(root: JsonObject, given: unknown): RequestBody | undefined {
  const body = resolveReference(root, given);
  const contents = readContents(root, body);
  if (!contents) return undefined;
  return {
    ...contents,
    required: get(body, "required") === true,
    description: getString(body, "description"),
  };
}
