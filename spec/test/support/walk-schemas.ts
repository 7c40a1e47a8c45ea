import { escapeStep, operationsOf, resolve } from "./open-api.ts";
import type { Content, OpenApi, Schema } from "./open-api.ts";

/** A schema and the JSON pointer at which it stands. */
export interface Place {
  readonly schema: Schema;
  readonly pointer: string;
}

/** The schemas directly inside a schema. References are not followed. */
function childrenOf({ schema, pointer }: Place): Place[] {
  const children: Place[] = [];
  for (const key of ["properties", "patternProperties"] as const) {
    for (const [name, child] of Object.entries(schema[key] ?? {})) {
      children.push({ schema: child, pointer: `${pointer}/${key}/${escapeStep(name)}` });
    }
  }
  for (const key of ["allOf", "anyOf", "oneOf"] as const) {
    for (const [index, child] of (schema[key] ?? []).entries()) {
      children.push({ schema: child, pointer: `${pointer}/${key}/${index}` });
    }
  }
  for (const key of ["items", "additionalProperties", "not"] as const) {
    const child = schema[key];
    if (typeof child === "object") children.push({ schema: child, pointer: `${pointer}/${key}` });
  }
  return children;
}

/** A schema and every schema written inside it, references not followed. */
export function withNested(place: Place): Place[] {
  return [place, ...childrenOf(place).flatMap(withNested)];
}

/** Every schema that can be reached from the given ones, references followed, each place once. */
export function reachableFrom(document: OpenApi, roots: readonly Place[]): Place[] {
  const found = new Map<string, Place>();
  const queue = [...roots];
  for (let place = queue.pop(); place; place = queue.pop()) {
    if (found.has(place.pointer)) continue;
    found.set(place.pointer, place);
    queue.push(...childrenOf(place));
    const { $ref } = place.schema;
    if ($ref) queue.push({ schema: resolve(document, $ref) as Schema, pointer: $ref });
  }
  return [...found.values()];
}

/** The schemas of all request bodies. */
export function requestRoots(document: OpenApi): Place[] {
  return operationsOf(document).flatMap(({ operation, pointer }) =>
    ofContent(operation.requestBody?.content, `${pointer}/requestBody/content`),
  );
}

/** The schemas of all response bodies, errors included. */
export function responseRoots(document: OpenApi): Place[] {
  return operationsOf(document).flatMap(({ operation, pointer }) =>
    Object.entries(operation.responses ?? {}).flatMap(([status, { content }]) =>
      ofContent(content, `${pointer}/responses/${status}/content`),
    ),
  );
}

function ofContent(content: Content | undefined, pointer: string): Place[] {
  return Object.entries(content ?? {}).flatMap(([type, { schema }]) =>
    schema ? [{ schema, pointer: `${pointer}/${escapeStep(type)}/schema` }] : [],
  );
}

/** Every schema written in a document: the components with all they hold, and the bodies' own. */
export function allSchemas(document: OpenApi): Place[] {
  const components = Object.entries(document.components.schemas).map(([name, schema]) => ({
    schema,
    pointer: `#/components/schemas/${escapeStep(name)}`,
  }));
  return [...components, ...requestRoots(document), ...responseRoots(document)].flatMap(withNested);
}
