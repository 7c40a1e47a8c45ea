import { get, getEntries, getObject, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ErrorModel, Operation } from "../model/api-model.js";

/**
 * What the answers tell a client to act on: `x-error-code`, `x-error-class` and `x-request-id` on
 * properties at the top of their JSON bodies, `x-request-id` on response headers.
 */
export function readErrors(root: JsonObject, operations: readonly Operation[]): ErrorModel {
  let codeProperty: string | undefined;
  let requestIdProperty: string | undefined;
  const classes = new Map<string, string>();
  const seen = new Set<unknown>();
  for (const { successes, failures } of operations) {
    for (const answer of [...failures, ...successes]) {
      for (const [name, property] of topProperties(root, answer.content?.schema, seen)) {
        // The mark may stand beside a reference or on what it refers to.
        const target = resolveReference(root, property);
        const marked = (mark: string) => get(property, mark) ?? get(target, mark);
        if (marked("x-error-code") === true) codeProperty ??= name;
        if (marked("x-request-id") === true) requestIdProperty ??= name;
        const map = marked("x-error-class");
        for (const [code, errorClass] of isObject(map) ? Object.entries(map) : []) {
          if (!classes.has(code)) classes.set(code, String(errorClass));
        }
      }
    }
  }
  return { codeProperty, requestIdProperty, requestIdHeader: requestIdHeader(root), classes };
}

/** The properties of an object schema and of what it is made of through `allOf`. */
function* topProperties(
  root: JsonObject,
  given: unknown,
  seen: Set<unknown>,
): Generator<[string, unknown]> {
  const schema = resolveReference(root, given);
  if (!isObject(schema) || seen.has(schema)) return;
  seen.add(schema);
  yield* getEntries(schema, "properties");
  const parts = get(schema, "allOf");
  if (Array.isArray(parts)) for (const part of parts) yield* topProperties(root, part, seen);
}

function requestIdHeader(root: JsonObject): string | undefined {
  const responses: unknown[] = Object.values(
    getObject(getObject(root, "components"), "responses") ?? {},
  );
  for (const path of Object.values(getObject(root, "paths") ?? {})) {
    for (const operation of isObject(path) ? Object.values(path) : []) {
      responses.push(...getEntries(operation, "responses").map(([, response]) => response));
    }
  }
  for (const response of responses) {
    for (const [name, given] of getEntries(resolveReference(root, response), "headers")) {
      if (get(resolveReference(root, given), "x-request-id") === true) return name;
    }
  }
  return undefined;
}
