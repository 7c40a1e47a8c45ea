import { componentName } from "../load/component-reference.js";
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
import { isStringEnum } from "../normalise/read-schemas.js";
import { PLANNED_TYPE, type PackagePlan, type TypeUse } from "../plan/package-plan.js";
import { asParts, isEmptied, repeatsType, tellingParts, without } from "./composition.js";
import { addDemands } from "./demands.js";
import { findDiscriminators, narrowedValues, type Discriminator } from "./discriminators.js";
import { DocTokens } from "./doc-tokens.js";
import { isHidden, memberDoc } from "./members.js";
import { NameTokens } from "./name-tokens.js";
import {
  besideMembers,
  isEmpty,
  isLiteral,
  lowerEnum,
  lowerUse,
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
  readonly names = new NameTokens();
  readonly #model: ApiModel;
  readonly #plan: PackagePlan;
  readonly #ignoresSiblings: boolean;
  readonly #discriminators: ReadonlyMap<unknown, readonly Discriminator[]>;

  constructor(plan: PackagePlan) {
    this.#model = plan.model;
    this.#plan = plan;
    this.#ignoresSiblings = getString(plan.model.document, "openapi")?.startsWith("3.0") === true;
    this.#discriminators = findDiscriminators(plan.model);
  }

  /** The bundled document. */
  get document(): JsonObject {
    return this.#model.document;
  }

  /** `schema` as a request or a response has it. */
  lower(schema: Schema, direction: Direction): LoweredSchema {
    return this.#lower(schema, { direction, closed: false, followed: [] });
  }

  /** @param source what `schema` is in the document, where it is a copy. */
  #lower(schema: unknown, scope: Scope, source: unknown = schema): LoweredSchema {
    if (schema === false) return { [PLATFORM_TYPE]: "never" };
    if (!isObject(schema)) return {};
    const planned = (schema as { [PLANNED_TYPE]?: TypeUse })[PLANNED_TYPE];
    if (planned !== undefined) return lowerUse(planned);
    if (typeof get(schema, "$ref") === "string") {
      // Beside a reference, required names are those of the whole.
      const isWhole = !this.#ignoresSiblings && Object.hasOwn(schema, "required");
      if (isWhole) return this.#lower(asParts(schema), scope, schema);
      return this.#lowerReference(schema, scope);
    }
    const nullable = get(schema, "nullable") === true;
    if (nullable) {
      const whole = this.#lower(without(schema, "nullable"), scope, source);
      const hasNull = getList(whole, "enum").includes(null);
      return hasNull ? whole : orNull(whole);
    }
    if (isStringEnum(schema))
      return lowerEnum(schema, scope.direction === "response" && !scope.closed);
    if (getString(schema, "format") === "binary")
      return { type: "string", [PLATFORM_TYPE]: "Blob" };
    return this.#lowerStructure(schema, scope, source);
  }

  #lowerReference(schema: JsonObject, scope: Scope): LoweredSchema {
    const target = get(schema, "$ref") as string;
    const component = componentName(target);
    // A response's own form of an enum is open, and a request's form may not be part of the client.
    const isClosed = scope.closed && scope.direction === "response" && this.#isEnum(schema);
    const name =
      component === undefined || isClosed
        ? undefined
        : this.#plan.typeName(component, scope.direction);
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
    // OpenAPI 3.0.3, 4.7.24.1: what stands beside a reference is ignored. Its text is told all the same.
    if (this.#ignoresSiblings) return lowered;
    const siblings = this.#lowerStructure(without(schema, "$ref"), scope, schema);
    const nullable = get(schema, "nullable") === true;
    const content = resolveReference(this.#model.document, schema);
    const isGone = isEmptied(this.#model, content, scope.direction);
    const whole = isEmpty(siblings)
      ? lowered
      : { allOf: isGone ? [siblings] : [lowered, siblings] };
    return nullable ? orNull(whole) : whole;
  }

  #isEnum(schema: JsonObject): boolean {
    return isStringEnum(resolveReference(this.#model.document, schema) as Schema | undefined);
  }

  #lowerStructure(schema: JsonObject, scope: Scope, source: unknown): LoweredSchema {
    const inner = { ...scope, closed: false };
    const result: LoweredSchema = {};
    const type = Object.hasOwn(schema, "type") ? knownType(schema["type"]) : undefined;
    const beside = get(source, "$ref") === undefined ? [] : [source];
    const parts = [...getList(schema, "allOf"), ...beside];
    const isSaid = repeatsType(this.#model.document, schema, parts);
    if (type !== undefined && !isSaid) result["type"] = type;
    // openapi-typescript takes null for no constant.
    if (Object.hasOwn(schema, "const") && schema["const"] === null) return { type: "null" };
    // An empty list would let no value in.
    const values = getList(schema, "enum").filter(isLiteral);
    if (values.length > 0) result["enum"] = values;
    if (Object.hasOwn(schema, "const") && isLiteral(schema["const"])) {
      result["const"] = schema["const"];
    }
    for (const keyword of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
      const isChoice = keyword === "anyOf" || keyword === "oneOf";
      const given = getList(schema, keyword).filter((part) =>
        isChoice ? part !== false : !isEmptied(this.#model, part, scope.direction),
      );
      const lowered = given.map((part) => this.#lower(part, inner));
      const telling =
        keyword === "allOf" ? tellingParts(this.#model.document, given, lowered) : lowered;
      if (telling.length > 0) result[keyword] = telling;
    }
    const items = get(schema, "items");
    if (items !== undefined) {
      result["items"] = Array.isArray(items)
        ? items.map((item) => this.#lower(item, inner))
        : this.#lower(items, inner);
      result["type"] ??= "array";
    }
    this.#lowerMembers(schema, result, scope, source);
    const others = get(schema, "additionalProperties");
    if (others === true || (isObject(others) && Object.keys(others).length === 0)) {
      result["additionalProperties"] = true;
    } else if (isObject(others)) {
      const members = (result["properties"] ?? {}) as JsonObject;
      result["additionalProperties"] = besideMembers(this.#lower(others, inner), members);
    }
    if (get(source, "$ref") === undefined && isEmptied(this.#model, source, scope.direction)) {
      result["additionalProperties"] = { type: "string", [PLATFORM_TYPE]: "never" };
    }
    const patterns = getEntries(schema, "patternProperties");
    if (patterns.length > 0) {
      const byPattern: JsonObject = {};
      for (const [pattern, part] of patterns) set(byPattern, pattern, this.#lower(part, inner));
      result["patternProperties"] = byPattern;
    }
    return withChoices(result);
  }

  #lowerMembers(schema: JsonObject, result: LoweredSchema, scope: Scope, source: unknown): void {
    const filledIn =
      scope.direction === "request" ? this.#model.bodyCredentials.get(source as Schema) : undefined;
    const discriminators = this.#discriminators.get(source) ?? [];
    const members: JsonObject = {};
    const names = new Set<string>();
    for (const [name, property] of getEntries(schema, "properties")) {
      if (isHidden(this.#model, name, property, source, scope.direction)) continue;
      const own = discriminators.find((one) => one.property === name);
      const values = own && narrowedValues(this.#model, own, property);
      const lowered = this.#lowerMember(property, { ...scope, closed: own !== undefined });
      const { description } = lowered;
      members[this.names.add(name)] = values
        ? { type: "string", enum: values, description }
        : lowered;
      names.add(name);
    }
    if (names.size > 0) result["properties"] = members;
    const isComposed = getList(schema, "allOf").length > 0;
    for (const { property, values } of discriminators) {
      if (!isComposed || values.length === 0 || names.has(property)) continue;
      const token = this.names.add(property);
      const part = { [token]: { type: "string", enum: values } };
      const parts = [...((result["allOf"] as LoweredSchema[] | undefined) ?? [])];
      parts.push({ type: "object", properties: part, required: [token] });
      result["allOf"] = parts;
    }
    const required = getList(schema, "required").filter(
      (name): name is string =>
        typeof name === "string" && (isComposed || names.has(name)) && !filledIn?.has(name),
    );
    if (required.length > 0) result["required"] = required.map((name) => this.names.add(name));
    if (!isComposed) return;
    const lowering = {
      model: this.#model,
      direction: scope.direction,
      token: (name: string) => this.names.add(name),
      member: (property: unknown) => this.#lowerMember(property, { ...scope, closed: false }),
    };
    addDemands(lowering, schema, result);
  }

  #lowerMember(property: unknown, scope: Scope): LoweredSchema {
    const description = this.docs.add(memberDoc(this.#model.document, property));
    return { ...this.#lower(property, scope), description };
  }
}
