import {
  get,
  getEntries,
  getList,
  getString,
  isObject,
  set,
  type JsonObject,
} from "../load/data.js";
import { resolvePointer } from "../load/json-pointer.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel, Direction, Schema } from "../model/api-model.js";
import { componentName, isStringEnum } from "../normalise/read-schemas.js";
import { PLANNED_TYPE, type PackagePlan } from "../plan/package-plan.js";
import { type Doc, schemaDoc } from "./doc-comment.js";

/** Key of a lowered schema that stands for an open enum: the strings that are known. */
export const OPEN_ENUM = Symbol("open enum");
/** Key of a lowered schema that stands for a global type of the platform. */
export const PLATFORM_TYPE = Symbol("platform type");

/** A schema as openapi-typescript gets it: exported names instead of component names, tokens instead of texts. */
export type LoweredSchema = LoweredObject | boolean;

/** A lowered schema that is no bare `true` or `false`. */
export interface LoweredObject {
  [keyword: string]: unknown;
  [OPEN_ENUM]?: readonly string[];
  [PLATFORM_TYPE]?: "Blob";
}

/** Doc comments by the token that stands for them in a lowered schema. */
export class DocTokens {
  readonly #docs: Doc[] = [];

  /** Keeps `doc` and gives the token to put where openapi-typescript reads a description. */
  add(doc: Doc): string {
    this.#docs.push(doc);
    return `doc:${this.#docs.length - 1}`;
  }

  /** The doc comment that the comment text `text`, made by openapi-typescript, stands for. */
  find(text: string): Doc | undefined {
    const match = /doc:(\d+)/.exec(text);
    return match ? this.#docs[Number(match[1])] : undefined;
  }
}

/** What lowering has to know besides the schema. */
interface Scope {
  readonly direction: Direction;
  /** A discriminator's property is closed in responses, too: its values choose a type. */
  readonly closed: boolean;
  /** References that were followed to get here, to find circles. */
  readonly followed: readonly string[];
}

/** Makes lowered schemas for one client. */
export class SchemaLowering {
  readonly docs = new DocTokens();
  readonly #model: ApiModel;
  readonly #plan: PackagePlan;
  /** Object schemas that a discriminator chooses among, with the property that tells them apart. */
  readonly #discriminated: ReadonlyMap<unknown, string>;

  constructor(plan: PackagePlan) {
    this.#model = plan.model;
    this.#plan = plan;
    this.#discriminated = findDiscriminated(plan.model);
  }

  /** `schema` as a request or a response has it. */
  lower(schema: Schema, direction: Direction): LoweredSchema {
    return this.#lower(schema, { direction, closed: false, followed: [] });
  }

  #lower(schema: unknown, scope: Scope): LoweredSchema {
    if (typeof schema === "boolean") return schema;
    if (!isObject(schema)) return {};
    const planned = (schema as { [PLANNED_TYPE]?: string })[PLANNED_TYPE];
    if (planned !== undefined) return reference(planned);
    if (typeof get(schema, "$ref") === "string") return this.#lowerReference(schema, scope);
    const nullable = get(schema, "nullable") === true;
    if (nullable) return orNull(this.#lower(without(schema, "nullable"), scope));
    if (isStringEnum(schema)) return lowerEnum(schema, scope);
    if (getString(schema, "format") === "binary")
      return { type: "string", [PLATFORM_TYPE]: "Blob" };
    return this.#lowerStructure(schema, scope);
  }

  #lowerReference(schema: JsonObject, scope: Scope): LoweredSchema {
    const target = get(schema, "$ref") as string;
    const component = componentName(target);
    const direction = scope.closed ? "request" : scope.direction;
    const name = component === undefined ? undefined : this.#plan.typeName(component, direction);
    let lowered: LoweredSchema;
    if (name !== undefined) {
      lowered = reference(name);
    } else if (scope.followed.includes(target)) {
      // A circle through something that is no component has no name to refer to.
      lowered = {};
    } else {
      const content = resolvePointer(this.#model.document, target.slice(1));
      lowered = this.#lower(content, { ...scope, followed: [...scope.followed, target] });
    }
    const siblings = this.#lowerStructure(without(schema, "$ref"), scope);
    const nullable = get(schema, "nullable") === true;
    const whole = Object.keys(siblings).length === 0 ? lowered : { allOf: [lowered, siblings] };
    return nullable ? orNull(whole) : whole;
  }

  #lowerStructure(schema: JsonObject, scope: Scope): LoweredObject {
    const inner = { ...scope, closed: false };
    const result: LoweredObject = {};
    for (const keyword of ["type", "enum", "const"]) {
      if (Object.hasOwn(schema, keyword)) result[keyword] = schema[keyword];
    }
    for (const keyword of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
      const parts = getList(schema, keyword);
      if (parts.length > 0) result[keyword] = parts.map((part) => this.#lower(part, inner));
    }
    const items = get(schema, "items");
    if (items !== undefined) {
      result["items"] = Array.isArray(items)
        ? items.map((item) => this.#lower(item, inner))
        : this.#lower(items, inner);
      result["type"] ??= "array";
    }
    this.#lowerMembers(schema, result, scope);
    const others = get(schema, "additionalProperties");
    if (others === true || (isObject(others) && Object.keys(others).length === 0)) {
      result["additionalProperties"] = true;
    } else if (isObject(others)) {
      result["additionalProperties"] = this.#lower(others, inner);
    }
    const patterns = getEntries(schema, "patternProperties");
    if (patterns.length > 0) {
      const byPattern: JsonObject = {};
      for (const [pattern, part] of patterns) set(byPattern, pattern, this.#lower(part, inner));
      result["patternProperties"] = byPattern;
    }
    return result;
  }

  #lowerMembers(schema: JsonObject, result: LoweredObject, scope: Scope): void {
    const hidden = scope.direction === "request" ? "readOnly" : "writeOnly";
    const discriminator = this.#discriminated.get(schema);
    const members: JsonObject = {};
    const names = new Set<string>();
    for (const [name, property] of getEntries(schema, "properties")) {
      if (get(property, hidden) === true) continue;
      const closed = name === discriminator;
      const lowered = this.#lower(property, { ...scope, closed });
      const doc = this.#propertyDoc(property);
      set(
        members,
        name,
        isObject(lowered) ? { ...lowered, description: this.docs.add(doc) } : lowered,
      );
      names.add(name);
    }
    if (names.size > 0) result["properties"] = members;
    const isComposed = getList(schema, "allOf").length > 0;
    const required = getList(schema, "required").filter(
      (name) => typeof name === "string" && (isComposed || names.has(name)),
    );
    if (required.length > 0) result["required"] = required;
  }

  /** A property that says nothing of itself says what its type says. */
  #propertyDoc(property: unknown): Doc {
    const target = resolveReference(this.#model.document, property);
    const own = schemaDoc(property);
    const given = schemaDoc(target);
    return {
      summary: own.description === undefined ? given.summary : own.summary,
      description: own.description ?? given.description,
      facts:
        property === target ? (own.facts ?? []) : [...(own.facts ?? []), ...(given.facts ?? [])],
      tags: own.tags?.length ? own.tags : (given.tags ?? []),
    };
  }
}

function reference(exportedName: string): LoweredObject {
  return { $ref: `#/components/schemas/${exportedName}` };
}

function without(schema: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = schema;
  return rest;
}

function orNull(schema: LoweredSchema): LoweredObject {
  return { anyOf: [schema, { type: "null" }] };
}

function lowerEnum(schema: JsonObject, scope: Scope): LoweredSchema {
  const values = getList(schema, "enum").filter((value) => typeof value === "string");
  const type = get(schema, "type");
  const nullable =
    getList(schema, "enum").includes(null) &&
    (type === undefined || getList(schema, "type").includes("null"));
  const known: LoweredSchema =
    scope.direction === "response" && !scope.closed
      ? { type: "string", [OPEN_ENUM]: values }
      : { type: "string", enum: values };
  return nullable ? orNull(known) : known;
}

/** OpenAPI 3.1, 4.8.25: the alternatives of a discriminator are told apart by one of their properties. */
function findDiscriminated(model: ApiModel): Map<unknown, string> {
  const found = new Map<unknown, string>();
  for (const { schema } of model.schemas.values()) {
    const discriminator = get(schema, "discriminator");
    const property = getString(discriminator, "propertyName");
    if (property === undefined) continue;
    found.set(schema, property);
    const targets = [...getList(schema, "oneOf"), ...getList(schema, "anyOf")];
    for (const [, target] of getEntries(discriminator, "mapping")) targets.push({ $ref: target });
    for (const target of targets) {
      const name = componentName(get(target, "$ref"));
      const alternative = name === undefined ? undefined : model.schemas.get(name)?.schema;
      if (alternative === undefined) continue;
      found.set(alternative, property);
      for (const part of getList(alternative, "allOf"))
        if (isObject(part)) found.set(part, property);
    }
  }
  return found;
}
