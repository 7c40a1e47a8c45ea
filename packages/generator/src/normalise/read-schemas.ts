import { componentName } from "../load/component-reference.js";
import { get, getEntries, getList, getObject, isObject, type JsonObject } from "../load/data.js";
import { slotOf } from "../load/grammar.js";
import { resolvePointer } from "../load/json-pointer.js";
import type {
  ApiModel,
  ComponentSchema,
  Direction,
  Operation,
  Schema,
} from "../model/api-model.js";
import { contentsOf } from "./read-content.js";
import { incomingSchemas } from "./read-incoming.js";

/**
 * The document's component schemas, with who reaches them and whether their two forms differ.
 *
 * @param bodyCredentials schemas whose request form lacks members.
 * @param onlyReached leaves out what no operation reaches.
 */
export function readSchemas(
  root: JsonObject,
  operations: readonly Operation[],
  webhooks: ApiModel["webhooks"],
  bodyCredentials: ApiModel["bodyCredentials"],
  onlyReached = false,
): ReadonlyMap<string, ComponentSchema> {
  const schemas = new Map(
    getEntries(getObject(root, "components"), "schemas").filter(isSchemaEntry),
  );
  const references = new Map(
    [...schemas].map(([name, schema]) => [name, componentsIn(root, schema)]),
  );
  const differing = reachingBack(
    references,
    [...schemas]
      .filter(([, schema]) => differsItself(root, schema, bodyCredentials))
      .map(([name]) => name),
  );
  const reached = new Map<string, Set<Direction>>();
  for (const direction of ["request", "response"] as const) {
    for (const name of reachable(references, rootsOf(root, operations, webhooks, direction))) {
      reached.set(name, (reached.get(name) ?? new Set()).add(direction));
    }
  }
  const kept = [...schemas].filter(([name]) => !onlyReached || reached.has(name));
  // What only such a schema refers to needs its response form, too.
  const unreached = kept.flatMap(([name]) => (reached.has(name) ? [] : [name]));
  for (const name of reachable(references, unreached)) {
    reached.set(name, (reached.get(name) ?? new Set()).add("response"));
  }
  return new Map(
    kept.map(([name, schema]) => [
      name,
      {
        name,
        schema,
        formsDiffer: differing.has(name),
        directions: reached.get(name)!,
      },
    ]),
  );
}

function isSchemaEntry(entry: [string, unknown]): entry is [string, Schema] {
  return isObject(entry[1]) || typeof entry[1] === "boolean";
}

/** Every schema in `schema`, itself first, and what it refers to unless that is a component. */
export function* schemasIn(
  root: JsonObject,
  schema: unknown,
  seen = new Set<unknown>(),
): Generator<JsonObject> {
  if (!isObject(schema) || seen.has(schema)) return;
  seen.add(schema);
  yield schema;
  const reference = get(schema, "$ref");
  if (typeof reference === "string" && componentName(reference) === undefined) {
    yield* schemasIn(root, resolvePointer(root, reference.slice(1)), seen);
  }
  for (const key of Object.keys(schema)) {
    const slot = slotOf("schema", key);
    if (slot === undefined || key === "discriminator") continue;
    const value = schema[key];
    if ("one" in slot || !isObject(value)) {
      for (const item of Array.isArray(value) ? value : [value]) yield* schemasIn(root, item, seen);
    } else if ("map" in slot) {
      for (const item of Object.values(value)) yield* schemasIn(root, item, seen);
    } else {
      yield* schemasIn(root, value, seen);
    }
  }
}

function componentsIn(root: JsonObject, schema: unknown): Set<string> {
  const names = new Set<string>();
  for (const part of schemasIn(root, schema)) {
    const name = componentName(get(part, "$ref"));
    if (name !== undefined) names.add(name);
    for (const [, target] of getEntries(get(part, "discriminator"), "mapping")) {
      const mapped = componentName(target);
      if (mapped !== undefined) names.add(mapped);
    }
  }
  return names;
}

/** Read-only and write-only members, credentials and string enums make a request's form another type. */
function differsItself(
  root: JsonObject,
  schema: Schema,
  bodyCredentials: ApiModel["bodyCredentials"],
): boolean {
  for (const part of schemasIn(root, schema)) {
    if (get(part, "readOnly") === true || get(part, "writeOnly") === true) return true;
    if (isStringEnum(part) || bodyCredentials.has(part)) return true;
  }
  return false;
}

/** Whether a schema is a choice of strings, `null` aside. */
export function isStringEnum(schema: Schema | undefined): boolean {
  const values = getList(schema, "enum");
  return values.some((value) => typeof value === "string") && values.every(isStringOrNull);
}

function isStringOrNull(value: unknown): boolean {
  return typeof value === "string" || value === null;
}

function rootsOf(
  root: JsonObject,
  operations: readonly Operation[],
  webhooks: ApiModel["webhooks"],
  direction: Direction,
): Set<string> {
  const names = new Set<string>();
  for (const operation of operations) {
    const schemas =
      direction === "request"
        ? [...contentsOf(operation.body), ...operation.parameters].map(({ schema }) => schema)
        : [...operation.successes, ...operation.failures].flatMap(({ content }) =>
            contentsOf(content).map(({ schema }) => schema),
          );
    for (const schema of schemas) for (const name of componentsIn(root, schema)) names.add(name);
  }
  if (direction === "response") {
    for (const schema of incomingSchemas(webhooks, operations)) {
      for (const name of componentsIn(root, schema)) names.add(name);
    }
  }
  return names;
}

function reachable(
  references: ReadonlyMap<string, ReadonlySet<string>>,
  roots: Iterable<string>,
): Set<string> {
  const seen = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(references.get(name) ?? []));
  }
  return seen;
}

/** All names from which one of `roots` can be reached, `roots` included. */
function reachingBack(
  references: ReadonlyMap<string, ReadonlySet<string>>,
  roots: readonly string[],
): Set<string> {
  const reverse = new Map<string, Set<string>>();
  for (const [from, targets] of references) {
    for (const target of targets) reverse.set(target, (reverse.get(target) ?? new Set()).add(from));
  }
  return reachable(reverse, roots);
}
