import { componentName } from "../load/component-reference.js";
import {
  get,
  getEntries,
  getList,
  getObject,
  getString,
  isObject,
  type JsonObject,
} from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel, Schema } from "../model/api-model.js";
import { contentsOf } from "../normalise/read-content.js";
import { incomingSchemas } from "../normalise/read-incoming.js";
import { isStringEnum, schemasIn } from "../normalise/read-schemas.js";

/** A property that tells which of several schemas a value has. */
export interface Discriminator {
  readonly property: string;
  /** What it holds in this schema; empty where its own schema says it. */
  readonly values: readonly string[];
}

/**
 * The schemas that discriminators choose among, with what tells each apart (OpenAPI 3.1, 4.8.25):
 * the mapped values, or the component's name where none is mapped. A property of one string in a
 * choice without a discriminator tells as much.
 */
export function findDiscriminators(model: ApiModel): ReadonlyMap<unknown, Discriminator[]> {
  const found = new Map<unknown, Discriminator[]>();
  const add = (owner: JsonObject, property: string, values: readonly string[]) => {
    const others = found.get(owner) ?? [];
    const same = others.find((one) => one.property === property);
    // Several choices may know a schema by several values, and a parent stands for all its heirs.
    const isOpen = values.length === 0 || same?.values.length === 0;
    const all = isOpen ? [] : [...new Set([...(same?.values ?? []), ...values])];
    found.set(owner, [...others.filter((one) => one !== same), { property, values: all }]);
  };
  const seen = new Set<unknown>();
  for (const given of schemasOf(model)) {
    for (const schema of schemasIn(model.document, given, seen)) {
      const property = getString(get(schema, "discriminator"), "propertyName");
      if (property !== undefined) addMapped(model.document, schema, property, add);
      addTags(model.document, schema, add);
    }
  }
  return found;
}

type Add = (owner: JsonObject, property: string, values: readonly string[]) => void;

function* schemasOf(model: ApiModel): Generator<Schema | undefined> {
  for (const { schema } of model.schemas.values()) yield schema;
  for (const { parameters, body, successes, failures } of model.operations) {
    for (const { schema } of parameters) yield schema;
    for (const { schema } of contentsOf(body)) yield schema;
    for (const { content } of [...successes, ...failures]) {
      for (const { schema } of contentsOf(content)) yield schema;
    }
  }
  yield* incomingSchemas(model.webhooks, model.operations);
}

function addMapped(root: JsonObject, schema: JsonObject, property: string, add: Add): void {
  add(schema, property, []);
  const discriminator = getObject(schema, "discriminator") ?? {};
  // A mapping that could not be read: nobody knows which value is whose.
  if ("mapping" in discriminator && discriminator["mapping"] === undefined) return;
  const values = new Map<unknown, string[]>();
  for (const [value, $ref] of getEntries(discriminator, "mapping")) {
    const choice = resolveReference(root, { $ref });
    const known = values.get(choice) ?? [];
    values.set(choice, known);
    known.push(value);
  }
  // OpenAPI 3.2, 4.25: the one that has any other value, or none.
  const other = getString(get(schema, "discriminator"), "defaultMapping");
  if (other !== undefined) values.set(resolveReference(root, { $ref: other }), []);
  for (const part of choicesOf(schema)) {
    const name = componentName(get(part, "$ref"));
    const choice = resolveReference(root, part);
    if (!values.has(choice)) values.set(choice, name === undefined ? [] : [name]);
  }
  for (const [choice, own] of values) {
    if (!isObject(choice)) continue;
    // The property stands in the alternative or in a part of it; where in none, it is added.
    const parts = [choice, ...getList(choice, "allOf").filter(isObject)];
    const owner = parts.find((part) => get(get(part, "properties"), property) !== undefined);
    add(owner ?? choice, property, own);
  }
}

function addTags(root: JsonObject, schema: JsonObject, add: Add): void {
  const choices = choicesOf(schema)
    .filter((choice) => get(choice, "type") !== "null")
    .map((choice) => partsOf(root, choice));
  if (choices.length < 2) return;
  for (const part of new Set(choices.flatMap((parts) => [...parts]))) {
    // What alternatives have in common tells none of them apart.
    if (choices.filter((parts) => parts.has(part)).length > 1) continue;
    for (const [property, given] of getEntries(part, "properties")) {
      const value = resolveReference(root, given);
      if (isObject(value) && isStringEnum(value) && getList(value, "enum").length === 1) {
        add(part, property, []);
      }
    }
  }
}

function choicesOf(schema: JsonObject): readonly unknown[] {
  return [...getList(schema, "oneOf"), ...getList(schema, "anyOf")];
}

/** A schema and the parts that it is composed of, references followed. */
function partsOf(root: JsonObject, given: unknown, parts = new Set<JsonObject>()): Set<JsonObject> {
  const schema = resolveReference(root, given);
  if (!isObject(schema) || parts.has(schema)) return parts;
  parts.add(schema);
  for (const part of getList(schema, "allOf")) partsOf(root, part, parts);
  return parts;
}

/** The values that a discriminator's property is narrowed to; `undefined` where it says them itself. */
export function narrowedValues(
  model: ApiModel,
  { values }: Discriminator,
  given: unknown,
): readonly string[] | undefined {
  const property = unwrapped(model.document, given);
  const known = getList(property, "enum");
  const fits = known.length === 0 || values.every((value) => known.includes(value));
  return values.length > 0 && fits && get(property, "type") === "string" ? values : undefined;
}

/** OpenAPI 3.0 knows no text beside a `$ref`; documents wrap it into an `allOf` of its own instead. */
function unwrapped(root: JsonObject, given: unknown): unknown {
  const schema = resolveReference(root, given);
  const parts = getList(schema, "allOf");
  const isWrapper = parts.length === 1 && get(schema, "type") === undefined;
  return isWrapper ? resolveReference(root, parts[0]) : schema;
}
