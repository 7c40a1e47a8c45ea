import { follow, operationsOf, type Content, type OpenApi, type Schema } from "./open-api.ts";

export type Direction = "request" | "response";

/** How a schema is reached from a body. */
export type Way = "component" | "property" | "array" | "map" | "allOf" | "oneOf";

/** A schema that is reached from the body of an operation. */
export interface FoundSchema {
  readonly schema: Schema;
  /** The operation and the steps from its body: `POST /things response.items[].name`. */
  readonly shown: string;
  readonly directions: Set<Direction>;
  /** All ways that lead to it, of the first way that it is reached by. */
  readonly ways: ReadonlySet<Way>;
  /** What refers to it names a component. */
  readonly component: string | undefined;
}

/** Every schema reached from request and response bodies, references followed, each once. */
export function findSchemas(document: OpenApi): FoundSchema[] {
  const found = new Map<Schema, FoundSchema>();
  for (const { operation, shown } of operationsOf(document)) {
    const body = operation.requestBody && follow(document, operation.requestBody);
    ofContent(body?.content, "request", `${shown} request`);
    for (const answer of Object.values(operation.responses)) {
      ofContent(follow(document, answer).content, "response", `${shown} response`);
    }
  }
  return [...found.values()];

  function ofContent(content: Content | undefined, direction: Direction, shown: string): void {
    for (const { schema } of Object.values(content ?? {})) {
      if (schema) visit(schema, direction, shown, new Set());
    }
  }

  function visit(given: Schema, direction: Direction, shown: string, from: Set<Way>): void {
    const schema = follow(document, given);
    const component = given.$ref?.split("/").at(-1);
    const ways = new Set(component === undefined ? from : [...from, "component" as const]);
    const known = found.get(schema);
    if (known?.directions.has(direction)) return;
    known?.directions.add(direction);
    if (!known) {
      found.set(schema, { schema, shown, directions: new Set([direction]), ways, component });
    }
    const inside = (child: Schema, way: Way, step: string) =>
      visit(child, direction, shown + step, new Set([...ways, way]));
    for (const [name, child] of Object.entries(schema.properties ?? {})) {
      inside(child, "property", `.${name}`);
    }
    if (schema.items) inside(schema.items, "array", "[]");
    if (typeof schema.additionalProperties === "object") {
      inside(schema.additionalProperties, "map", "{}");
    }
    for (const child of schema.allOf ?? []) inside(child, "allOf", "&");
    for (const child of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
      inside(child, "oneOf", "|");
    }
  }
}

/** A property that is written where it is used. */
export interface FoundProperty {
  readonly owner: FoundSchema & { readonly schema: { properties: Record<string, Schema> } };
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly shown: string;
}

/** Every property of the schemas that only one direction reaches, or both. */
export function findProperties(
  document: OpenApi,
  used: Direction | "both",
  ways: readonly Way[] = [],
): FoundProperty[] {
  return findObjects(document, used, ways).flatMap((owner) =>
    Object.entries(owner.schema.properties)
      .filter(([name]) => owner.schema.discriminator?.propertyName !== name)
      .map(([name, schema]) => ({
        owner,
        name,
        schema,
        isRequired: owner.schema.required?.includes(name) ?? false,
        shown: `${owner.shown}.${name}`,
      })),
  );
}

/** Every schema with properties that only one direction reaches, or both. */
export function findObjects(
  document: OpenApi,
  used: Direction | "both",
  ways: readonly Way[] = [],
): FoundProperty["owner"][] {
  return findSchemas(document).filter(
    (found): found is FoundProperty["owner"] =>
      found.schema.properties !== undefined &&
      (used === "both"
        ? found.directions.size === 2
        : found.directions.size === 1 && found.directions.has(used)) &&
      ways.every((way) => found.ways.has(way)),
  );
}
