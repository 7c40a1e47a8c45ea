import type { ApiModel, Incoming, Operation, Schema } from "../model/api-model.js";
import { get, getEntries, getString, isObject, type JsonObject } from "../load/data.js";
import { operationsOf } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { OperationFilter } from "./operation-filter.js";
import { contentsOf, readContents } from "./read-content.js";

/** The document's webhooks (OpenAPI 3.1, 4.8.1) that `included` takes, by operationId or name. */
export function readWebhooks(root: JsonObject, included: OperationFilter): Incoming[] {
  return getEntries(root, "webhooks").flatMap(([name, pathItem]) =>
    readPathItem(root, name, name, pathItem).filter(included),
  );
}

/** The callbacks of an operation (OpenAPI 3.1, 4.8.18): the expressions that their URLs come from are the server's affair. */
export function readCallbacks(root: JsonObject, operation: unknown): Incoming[] {
  return getEntries(operation, "callbacks").flatMap(([name, given]) => {
    const callback = resolveReference(root, given);
    return Object.entries(isObject(callback) ? callback : {}).flatMap(([path, pathItem]) =>
      path.startsWith("x-") ? [] : readPathItem(root, name, path, pathItem),
    );
  });
}

function readPathItem(root: JsonObject, name: string, path: string, given: unknown): Incoming[] {
  return operationsOf(root, path, given).map(({ method, pathItem, operation: source }) => ({
    name,
    id: getString(source, "operationId") || name,
    named: Boolean(getString(source, "operationId")),
    source,
    method: method.toUpperCase(),
    path,
    summary: getString(source, "summary") ?? getString(pathItem, "summary"),
    description: getString(source, "description") ?? getString(pathItem, "description"),
    deprecated: get(source, "deprecated") === true,
    payload: readContents(root, resolveReference(root, get(source, "requestBody"))),
  }));
}

/** Schemas of what the API sends by itself: they are seen as answers are. */
export function incomingSchemas(
  webhooks: ApiModel["webhooks"],
  operations: readonly Operation[],
): Schema[] {
  const all = [...webhooks, ...operations.flatMap(({ callbacks }) => callbacks)];
  return all.flatMap(({ payload }) => contentsOf(payload).map(({ schema }) => schema));
}
