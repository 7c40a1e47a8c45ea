import { describe, expect, test } from "vitest";
import { bundle, documentNames } from "./support/bundle.ts";
import { schemaOf, type OpenApi, type Schema } from "./support/open-api.ts";
import { reachableFrom, requestRoots, responseRoots } from "./support/walk-schemas.ts";

const isObject = (schema: Schema) =>
  schema.type === "object" || schema.properties !== undefined || schema.allOf !== undefined;
const isMap = (schema: Schema) => typeof schema.additionalProperties === "object";

/** The objects reachable from request bodies that would take a property they don't know. */
function openRequestObjects(document: OpenApi): string[] {
  return reachableFrom(document, requestRoots(document))
    .filter(({ schema }) => isObject(schema) && !isMap(schema))
    .filter(({ schema }) => schema.additionalProperties !== false)
    .map(({ pointer }) => pointer);
}

describe.each(documentNames())("%s.yaml", (name) => {
  const document = bundle(name);

  test("objects in requests refuse unknown properties", () => {
    const objects = reachableFrom(document, requestRoots(document)).filter(({ schema }) =>
      isObject(schema),
    );
    expect(objects.length).toBeGreaterThanOrEqual(4);
    expect(openRequestObjects(document)).toBeNone(
      "Only requests use these objects, so they say additionalProperties: false (README.md, Rules):",
    );
  });

  test("objects in responses say nothing of unknown properties, or are maps", () => {
    const objects = reachableFrom(document, responseRoots(document)).filter(({ schema }) =>
      isObject(schema),
    );
    expect(objects.length).toBeGreaterThanOrEqual(4);
    const closed = objects.filter(
      ({ schema }) => schema.additionalProperties !== undefined && !isMap(schema),
    );
    expect(closed.map(({ pointer }) => pointer)).toBeNone(
      "Responses use these objects, so they don't write additionalProperties (README.md, Rules):",
    );
  });

  test("what a security scheme puts into the body is in no request", () => {
    const fields = Object.values(document.components.securitySchemes).flatMap(
      (scheme) => scheme["x-body-field"] ?? [],
    );
    expect(fields).toEqual(["client_id", "secret"]);
    const named = reachableFrom(document, requestRoots(document)).flatMap(({ schema, pointer }) =>
      fields.filter((field) => schema.properties?.[field]).map((field) => `${pointer}: ${field}`),
    );
    expect(named).toBeNone(
      "The client puts these fields into the body by itself (x-body-field); take them out of the request schemas:",
    );
  });
});

test("an object left open deep in a request is found", () => {
  const document = structuredClone(bundle("customer"));
  delete (schemaOf(document, "CraUseCases") as { additionalProperties?: unknown })
    .additionalProperties;
  expect(openRequestObjects(document)).toEqual(["#/components/schemas/CraUseCases"]);
});
