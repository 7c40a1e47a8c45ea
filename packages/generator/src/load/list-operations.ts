import { getEntries, getString, isObject, type JsonObject } from "./data.js";
import { resolveReference } from "./resolve-reference.js";

/** HTTP methods that have a field of their own in a path item, in OpenAPI's order. */
export const METHODS = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
] as const;

/** The same of OpenAPI 3.2. */
export const METHODS_OF_3_2 = [...METHODS, "query"] as const;

/** Whether a document is one of OpenAPI 3.2, which has fields that would be slips in one of 3.1. */
export function isVersion32(root: unknown): boolean {
  return getString(root, "openapi")?.startsWith("3.2") === true;
}

/** An operation as it stands in the document. */
export interface FoundOperation {
  readonly path: string;
  /** In small letters; one of `additionalOperations` as it is written there. */
  readonly method: string;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}

/** The operations of a bundled document, in document order. */
export function listOperations(root: JsonObject): FoundOperation[] {
  return getEntries(root, "paths").flatMap(([path, given]) =>
    path.startsWith("x-") ? [] : operationsOf(root, path, given),
  );
}

/** The operations of one path item: a path's, a webhook's or a callback's. */
export function operationsOf(root: JsonObject, path: string, given: unknown): FoundOperation[] {
  const pathItem = resolveReference(root, given);
  if (!isObject(pathItem)) return [];
  const isNew = isVersion32(root);
  const methods: readonly string[] = isNew ? METHODS_OF_3_2 : METHODS;
  const own = Object.entries(pathItem).filter(([key]) => methods.includes(key));
  // OpenAPI 3.2, 4.9: methods that have no field of their own.
  const others = isNew ? getEntries(pathItem, "additionalOperations") : [];
  return [...own, ...others].flatMap(([method, operation]) =>
    isObject(operation) ? [{ path, method, pathItem, operation }] : [],
  );
}
