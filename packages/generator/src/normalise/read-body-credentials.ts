import { get, getEntries, getList, getObject, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { CredentialScheme, Operation, Schema } from "../model/api-model.js";
import { isJson } from "./media-types.js";

/**
 * The properties at the top of an operation's JSON body that the client fills in itself. Where the
 * operation's own `security` leaves a credential out nothing is filled in, and the caller gives it.
 */
export function bodyFieldsOf(
  { body, security }: Operation,
  credentials: readonly CredentialScheme[],
): Set<string> {
  if (!body || !isJson(body.mediaType)) return new Set();
  return new Set(
    credentials.flatMap(({ name, bodyField }) =>
      bodyField !== undefined && (security?.some((names) => names.includes(name)) ?? true)
        ? [bodyField]
        : [],
    ),
  );
}

/**
 * The schemas that stand at the top of a JSON request body, or are a part or a choice of one, and
 * list credentials among their members; with the names of these.
 *
 * A schema has one request form: where it also stands deeper in a request it lacks them there, too.
 */
export function readBodyCredentials(
  root: JsonObject,
  operations: readonly Operation[],
  credentials: readonly CredentialScheme[],
): ReadonlyMap<Schema, ReadonlySet<string>> {
  const found = new Map<Schema, Set<string>>();
  for (const operation of operations) {
    const fields = bodyFieldsOf(operation, credentials);
    if (fields.size === 0) continue;
    for (const schema of partsOf(root, operation.body?.schema)) {
      const members = new Set([
        ...Object.keys(getObject(schema, "properties") ?? {}),
        ...getList(schema, "required"),
      ]);
      const listed = [...fields].filter((field) => members.has(field));
      if (listed.length === 0) continue;
      found.set(schema, new Set([...(found.get(schema) ?? []), ...listed]));
    }
  }
  return found;
}

/** A schema and all that describes the same value. */
function* partsOf(
  root: JsonObject,
  schema: unknown,
  seen = new Set<unknown>(),
): Generator<JsonObject> {
  if (!isObject(schema) || seen.has(schema)) return;
  seen.add(schema);
  yield schema;
  const others = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => getList(schema, keyword));
  if (get(schema, "$ref") !== undefined) others.push(resolveReference(root, schema));
  for (const other of others) yield* partsOf(root, other, seen);
}

/** Whether an object schema says nothing once `fields` are out of it. */
export function holdsOnly(schema: Schema, fields: ReadonlySet<string>): boolean {
  const others = get(schema, "additionalProperties");
  return (
    getEntries(schema, "properties").every(([name]) => fields.has(name)) &&
    (others === undefined || others === false) &&
    !["$ref", "allOf", "anyOf", "oneOf", "patternProperties"].some(
      (keyword) => get(schema, keyword) !== undefined,
    )
  );
}
