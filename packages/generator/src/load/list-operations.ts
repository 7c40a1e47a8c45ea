import { getEntries, getObject, isObject, type JsonObject } from "./data.js";
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

/** An operation as it stands in the document. */
export interface FoundOperation {
  readonly path: string;
  readonly method: (typeof METHODS)[number];
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}

/** The operations of a bundled document, in document order. */
export function listOperations(root: JsonObject): FoundOperation[] {
  const found: FoundOperation[] = [];
  for (const [path, given] of getEntries(root, "paths")) {
    if (path.startsWith("x-")) continue;
    const pathItem = resolveReference(root, given);
    if (!isObject(pathItem)) continue;
    for (const key of Object.keys(pathItem)) {
      const method = METHODS.find((candidate) => candidate === key);
      const operation = method && getObject(pathItem, method);
      if (method && operation) found.push({ path, method, pathItem, operation });
    }
  }
  return found;
}
