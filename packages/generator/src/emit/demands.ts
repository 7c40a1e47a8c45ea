import { get, getEntries, getList, getObject, isObject, type JsonObject } from "../load/data.js";
import { resolvePointer } from "../load/json-pointer.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel, Direction } from "../model/api-model.js";
import type { LoweredSchema } from "./lowered-schema.js";
import { isHidden } from "./members.js";

/** What demands need of whoever lowers the schema. */
export interface MemberLowering {
  readonly model: ApiModel;
  readonly direction: Direction;
  /** What a member is called in a lowered schema. */
  token(name: string): string;
  /** A property with its doc comment. */
  member(property: unknown): LoweredSchema;
}

/**
 * Makes members required that one part of an `allOf` describes and another one asks for. Where
 * openapi-typescript does not see a member, because it stands in a part of a part or in one that has
 * choices, the member is told once more.
 *
 * @param result the schema as it is lowered so far.
 */
export function addDemands(
  lowering: MemberLowering,
  schema: JsonObject,
  result: LoweredSchema,
): void {
  const { model, direction } = lowering;
  const { required, deep } = demandsOf(model.document, schema);
  if (required.length === 0) return;
  const known = (result["required"] ?? []) as string[];
  result["required"] = [...new Set([...known, ...required.map((name) => lowering.token(name))])];
  const properties: JsonObject = {};
  for (const [name, { owner, property }] of deep) {
    if (isHidden(model, name, property, owner, direction)) continue;
    properties[lowering.token(name)] = lowering.member(property);
  }
  const added = Object.keys(properties);
  if (added.length === 0) return;
  const parts = (result["allOf"] ?? []) as LoweredSchema[];
  result["allOf"] = [...parts, { type: "object", properties, required: added }];
}

/** A property, and the schema that describes it. */
interface Described {
  readonly owner: JsonObject;
  readonly property: unknown;
}

/** What one part of an `allOf` asks for and another part describes. */
interface Demands {
  /** Required names, whichever part says it. */
  readonly required: readonly string[];
  /** Of these: what openapi-typescript does not find. */
  readonly deep: ReadonlyMap<string, Described>;
}

/** What a schema with `allOf` asks for as a whole (JSON Schema validation 2020-12, 6.5.3). */
function demandsOf(root: JsonObject, schema: JsonObject): Demands {
  const own = ownParts(schema);
  const required = new Set<string>();
  const described = new Map<string, Described & { deep: boolean }>();
  const describe = (owner: JsonObject, deep: boolean) => {
    for (const [name, property] of getEntries(owner, "properties")) {
      if (!described.has(name)) described.set(name, { owner, property, deep });
    }
  };
  for (const part of own) {
    describe(part, false);
    for (const name of requiredNames(part)) {
      // What describes a member and asks for it needs nobody's help.
      if (get(get(part, "properties"), name) === undefined) required.add(name);
    }
  }
  for (const reference of own.flatMap((part) => getList(part, "allOf"))) {
    if (get(reference, "$ref") === undefined) continue;
    const parts = allParts(root, reference);
    const inside = new Set(
      parts.flatMap((part) => Object.keys(getObject(part, "properties") ?? {})),
    );
    const target = resolvePointer(root, String(get(reference, "$ref")).slice(1));
    for (const part of parts) {
      describe(part, part !== target || !isPlain(part));
      for (const name of requiredNames(part)) if (!inside.has(name)) required.add(name);
    }
  }
  const known = [...required].filter((name) => described.has(name));
  const deep = known.flatMap((name) => {
    const found = described.get(name);
    return found?.deep ? [[name, found] as const] : [];
  });
  return { required: known, deep: new Map(deep) };
}

/** A schema and its parts that stand inline. */
function ownParts(schema: JsonObject): JsonObject[] {
  const inline = getList(schema, "allOf").filter(isObject);
  const parts = inline.filter((part) => get(part, "$ref") === undefined);
  return [schema, ...parts.flatMap(ownParts)];
}

/** What a reference leads to and all parts of that, the nearest first. */
function allParts(root: JsonObject, reference: unknown): JsonObject[] {
  const parts = new Set<JsonObject>();
  const waiting = [reference];
  for (let given = waiting.shift(); given !== undefined; given = waiting.shift()) {
    const part = resolveReference(root, given);
    if (!isObject(part) || parts.has(part)) continue;
    parts.add(part);
    waiting.push(...getList(part, "allOf"));
  }
  return [...parts];
}

function requiredNames(schema: JsonObject): string[] {
  return getList(schema, "required").filter((name) => typeof name === "string");
}

/** Whether a schema's type is one with the members that it lists, and nothing else. */
function isPlain(schema: JsonObject): boolean {
  const isChoice = ["anyOf", "oneOf"].some((keyword) => get(schema, keyword) !== undefined);
  return !isChoice && get(schema, "nullable") !== true && !Array.isArray(get(schema, "type"));
}
