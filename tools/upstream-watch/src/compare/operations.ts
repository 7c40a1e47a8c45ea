import { get, getList, getObjects, type JsonObject } from "../data.ts";
import type { View } from "../view.ts";

/** An operation of a document. */
export interface Operation {
  /** `POST /path`. */
  readonly shown: string;
  /** The same without the names of the path's parameters, which no server sees. */
  readonly key: string;
  readonly path: string;
  readonly method: string;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}

const METHODS: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
]);

/** Every operation of a document, in its order. */
export function operationsOf(view: View): Operation[] {
  return getObjects(view.root, "paths").flatMap(([path, given]) => {
    const pathItem = view.follow(given) ?? {};
    return getObjects({ pathItem }, "pathItem")
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => {
        const name = method.toUpperCase();
        const key = `${name} ${path.replace(/\{[^}]*\}/g, "{}")}`;
        return { shown: `${name} ${path}`, key, path, method, pathItem, operation };
      });
  });
}

/** What holds for an operation: its own list, else its path's, else the document's. */
export function holding(
  view: View,
  one: Operation,
  key: string,
): { list: readonly unknown[]; owner: JsonObject } {
  const owner = [one.operation, one.pathItem].find((each) => Array.isArray(get(each, key)));
  return { list: getList(owner ?? view.root, key), owner: owner ?? view.root };
}
