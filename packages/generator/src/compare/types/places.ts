import type ts from "typescript";
import { get, getEntries, getList, isObject } from "../../load/data.js";
import { resolveReference } from "../../load/resolve-reference.js";
import type { ParameterPlace } from "../../model/parameter-style.js";
import {
  type OperationPlan,
  type PackagePlan,
  PLANNED_TYPE,
  type TypeUse,
} from "../../plan/package-plan.js";
import type { Location } from "../../problem.js";

/** Where in a document something is said: a member of an object of it, or the object itself. */
export interface Place {
  readonly holder: object;
  readonly key?: string | number | undefined;
  /** The schema that stands there. */
  readonly schema: unknown;
}

/** Finds what types were made of. */
export interface PlaceFinder {
  /** Where the type called `name` is described. */
  ofType(name: string | undefined): Place | undefined;
  /**
   * Where a member of an object is described.
   *
   * @param member as the compiler knows it; absent where the version has none.
   */
  member(place: Place | null | undefined, name: string, member?: ts.Symbol): Place | undefined;
  /** Where the items of a list, or the members that have no name of their own, are described. */
  inside(
    place: Place | null | undefined,
    keyword: "items" | "additionalProperties",
  ): Place | undefined;
  /** Where the values of a choice are listed. */
  values(place: Place | null | undefined): Place | null | undefined;
  /** The file, line and pointer of a place; `undefined` where it is not known. */
  locate(place: Place | null | undefined): Location | undefined;
}

const PLACES: Readonly<Record<string, ParameterPlace>> = {
  path: "path",
  query: "query",
  headers: "header",
  cookie: "cookie",
};

const PARTS = ["allOf", "anyOf", "oneOf", "prefixItems"];

/** Finds what the types of a client were made of in its document. */
export class Places implements PlaceFinder {
  readonly #plan: PackagePlan;
  readonly #byType = new Map<string, Place>();
  /** What stands in the document, by what the plan made of it. */
  readonly #sources = new WeakMap<object, object>();

  constructor(plan: PackagePlan) {
    this.#plan = plan;
    for (const { name, schema } of plan.types) this.#byType.set(name, placeOf(schema));
    for (const { name, inputName, schema } of plan.enums) {
      this.#byType.set(name, placeOf(schema));
      if (inputName !== undefined) this.#byType.set(inputName, placeOf(schema));
    }
    for (const one of plan.operations) {
      this.#readParameters(one);
      this.#readOwnTypes(one);
    }
  }

  ofType(name: string | undefined): Place | undefined {
    return name === undefined ? undefined : this.#byType.get(name);
  }

  member(place: Place | null | undefined, name: string): Place | undefined {
    return this.#find(place, (schema) => {
      const holder = get(schema, "properties");
      const member = get(holder, name);
      if (member === undefined || !isObject(holder)) return undefined;
      return { holder, key: name, schema: member };
    });
  }

  inside(
    place: Place | null | undefined,
    keyword: "items" | "additionalProperties",
  ): Place | undefined {
    return this.#find(place, (schema) => {
      const inner = get(schema, keyword);
      return inner === undefined || !isObject(schema)
        ? undefined
        : { holder: schema, key: keyword, schema: inner };
    });
  }

  values(place: Place | null | undefined): Place | null | undefined {
    const found = this.#find(place, (schema) => {
      const key = ["enum", "const"].find((one) => get(schema, one) !== undefined);
      return key === undefined || !isObject(schema) ? undefined : { holder: schema, key, schema };
    });
    return found ?? place;
  }

  locate(place: Place | null | undefined): Location | undefined {
    if (!place) return undefined;
    const { holder, key, schema } = place;
    const source = isObject(schema) ? this.#sources.get(schema) : undefined;
    const location = source ? this.#plan.locate(source) : this.#plan.locate(holder, key);
    if (location.pointer !== undefined) return location;
    const own = isObject(schema) ? this.#plan.locate(schema) : undefined;
    return own?.pointer === undefined ? undefined : own;
  }

  #find(
    place: Place | null | undefined,
    look: (schema: unknown) => Place | undefined,
    seen = new Set<unknown>(),
  ): Place | undefined {
    const given = place?.schema;
    const planned = (given as { [PLANNED_TYPE]?: TypeUse } | undefined)?.[PLANNED_TYPE];
    if (planned !== undefined) {
      const name = planned.kind === "named" ? planned.name : undefined;
      return this.#find(this.ofType(name), look, seen);
    }
    const found = look(given);
    if (found) return found;
    const schema = resolveReference(this.#plan.model.document, given);
    if (!isObject(schema) || seen.has(schema)) return undefined;
    seen.add(schema);
    const direct = look(schema);
    if (direct) return direct;
    for (const part of PARTS.flatMap((keyword) => getList(schema, keyword))) {
      const inPart = this.#find(placeOf(part), look, seen);
      if (inPart) return inPart;
    }
    return undefined;
  }

  /** Types that stand for others, or bring them together, are declared beside their operation. */
  #readOwnTypes({ operation, request, response, bodies, answers }: OperationPlan): void {
    const { body, source, successes } = operation;
    const answer = successes.find(({ content }) => content)?.content;
    for (const [name, schema] of [
      [request?.name, body?.schema],
      [response.name, successes.length === 1 ? answer?.schema : source],
      [bodies?.name, source],
      [answers?.name, source],
    ] as const) {
      if (name !== undefined && !this.#byType.has(name)) {
        this.#byType.set(name, placeOf(schema ?? source));
      }
    }
  }

  /** Types of parameters are made by the plan, of copies. */
  #readParameters({ operation, parameters }: OperationPlan): void {
    const made = this.ofType(parameters)?.schema;
    for (const [member, group] of getEntries(made, "properties")) {
      if (!isObject(group)) continue;
      this.#sources.set(group, member === "body" ? bodyOf(operation.source) : operation.source);
      for (const [name, copy] of getEntries(group, "properties")) {
        const parameter = operation.parameters.find(
          (one) => one.name === name && one.in === PLACES[member],
        );
        if (!isObject(copy)) continue;
        const schema = parameter?.schema;
        const isPlaced = isObject(schema) && this.#plan.locate(schema).pointer !== undefined;
        this.#sources.set(copy, isPlaced ? schema : operation.source);
      }
    }
    if (isObject(made)) this.#sources.set(made, operation.source);
  }
}

/** The place of a schema that is known by itself. */
export function placeOf(schema: unknown): Place {
  return { holder: isObject(schema) ? schema : {}, schema };
}

function bodyOf(operation: object): object {
  const body = get(operation, "requestBody");
  return isObject(body) ? body : operation;
}
