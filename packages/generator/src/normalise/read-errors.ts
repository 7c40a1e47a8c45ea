import { get, getEntries, getList, getObject, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ErrorModel, Operation } from "../model/api-model.js";

/** How deep in a body marks are looked for; errors are wrapped once or twice, not more. */
const DEEPEST = 3;

/**
 * What the answers tell a client to act on: `x-error-code`, `x-error-class` and `x-request-id` on
 * properties of their JSON bodies, the nearest to the top first, and `x-request-id` on response
 * headers.
 */
export function readErrors(root: JsonObject, operations: readonly Operation[]): ErrorModel {
  let codePath: readonly string[] | undefined;
  let requestIdPath: readonly string[] | undefined;
  const classes = new Map<string, string>();
  const seen = new Set<unknown>();
  for (const { successes, failures } of operations) {
    for (const answer of [...failures, ...successes]) {
      for (const [path, property] of propertiesIn(root, answer.content?.schema, seen)) {
        // The mark may stand beside a reference or on what it refers to.
        const target = resolveReference(root, property);
        const marked = (mark: string) => get(property, mark) ?? get(target, mark);
        if (marked("x-error-code") === true) codePath ??= path;
        if (marked("x-request-id") === true) requestIdPath ??= path;
        const map = marked("x-error-class");
        for (const [code, errorClass] of isObject(map) ? Object.entries(map) : []) {
          if (!classes.has(code)) classes.set(code, String(errorClass));
        }
      }
    }
  }
  return { codePath, requestIdPath, requestIdHeader: requestIdHeader(root), classes };
}

/** The properties of a schema and of the objects in it, with their paths, level by level. */
function* propertiesIn(
  root: JsonObject,
  schema: unknown,
  seen: Set<unknown>,
): Generator<[path: readonly string[], property: unknown]> {
  let level: [readonly string[], unknown][] = [[[], schema]];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const found = level.flatMap(([path, owner]) =>
      ownProperties(root, owner, seen).map(([name, property]): [readonly string[], unknown] => [
        [...path, name],
        property,
      ]),
    );
    yield* found;
    level = found;
  }
}

/** The properties of an object schema and of what it is made of or may be. */
function ownProperties(root: JsonObject, given: unknown, seen: Set<unknown>): [string, unknown][] {
  const schema = resolveReference(root, given);
  if (!isObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => getList(schema, keyword));
  return [
    ...getEntries(schema, "properties"),
    ...parts.flatMap((part) => ownProperties(root, part, seen)),
  ];
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
      const header = resolveReference(root, given);
      const schema = resolveReference(root, get(header, "schema"));
      if ([header, schema].some((place) => get(place, "x-request-id") === true)) return name;
    }
  }
  return undefined;
}
