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
import { knownType } from "../load/schema-types.js";
import type { ApiModel, Direction, Schema } from "../model/api-model.js";
import { componentName, isStringEnum } from "../normalise/read-schemas.js";
import { PLANNED_TYPE, type PackagePlan } from "../plan/package-plan.js";
import { findDiscriminators, narrowedValues, type Discriminator } from "./discriminators.js";
import { type Doc, schemaDoc } from "./doc-comment.js";
import { DocTokens } from "./doc-tokens.js";
import {
  isEmpty,
  OPEN_ENUM,
  orNull,
  PLATFORM_TYPE,
  reference,
  withChoices,
  type LoweredSchema,
} from "./lowered-schema.js";

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
  readonly #discriminators: ReadonlyMap<unknown, Discriminator>;

  constructor(plan: PackagePlan) {
    this.#model = plan.model;
    this.#plan = plan;
    this.#discriminators = findDiscriminators(plan.model);
  }

  /** `schema` as a request or a response has it. */
  lower(schema: Schema, direction: Direction): LoweredSchema {
    return this.#lower(schema, { direction, closed: false, followed: [] });
  }

  #lower(schema: unknown, scope: Scope): LoweredSchema {
    if (schema === false) return { [PLATFORM_TYPE]: "never" };
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
    const whole = isEmpty(siblings) ? lowered : { allOf: [lowered, siblings] };
    return nullable ? orNull(whole) : whole;
  }

  #lowerStructure(schema: JsonObject, scope: Scope): LoweredSchema {
    const inner = { ...scope, closed: false };
    const result: LoweredSchema = {};
    const type = Object.hasOwn(schema, "type") ? knownType(schema["type"]) : undefined;
    if (type !== undefined) result["type"] = type;
    for (const keyword of ["enum", "const"]) {
      if (Object.hasOwn(schema, keyword)) result[keyword] = schema[keyword];
    }
    for (const keyword of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
      const isChoice = keyword === "anyOf" || keyword === "oneOf";
      const parts = getList(schema, keyword)
        .filter((part) => !isChoice || part !== false)
        .map((part) => this.#lower(part, inner));
      // A part of an allOf that only says something of the whole adds `unknown` to an intersection.
      const telling = keyword === "allOf" ? parts.filter((part) => !isEmpty(part)) : parts;
      if (telling.length > 0) result[keyword] = telling;
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
    return withChoices(result);
  }

  #lowerMembers(schema: JsonObject, result: LoweredSchema, scope: Scope): void {
    const hidden = scope.direction === "request" ? "readOnly" : "writeOnly";
    const discriminator = this.#discriminators.get(schema);
    const members: JsonObject = {};
    const names = new Set<string>();
    for (const [name, property] of getEntries(schema, "properties")) {
      if (get(property, hidden) === true) continue;
      const own = name === discriminator?.property ? discriminator : undefined;
      const values = own && narrowedValues(this.#model, own, property);
      const lowered = values
        ? { type: "string", enum: values }
        : this.#lower(property, { ...scope, closed: own !== undefined });
      const doc = this.#propertyDoc(property);
      set(members, name, { ...lowered, description: this.docs.add(doc) });
      names.add(name);
    }
    if (names.size > 0) result["properties"] = members;
    const isComposed = getList(schema, "allOf").length > 0;
    if (isComposed && discriminator?.values.length && !names.has(discriminator.property)) {
      const { property, values } = discriminator;
      const part: JsonObject = {};
      set(part, property, { type: "string", enum: values });
      const parts = [...((result["allOf"] as LoweredSchema[] | undefined) ?? [])];
      parts.push({ type: "object", properties: part, required: [property] });
      result["allOf"] = parts;
    }
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

function without(schema: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = schema;
  return rest;
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
