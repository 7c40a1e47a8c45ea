import { describe, expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

function parameter(text: string, version = "3.2.0") {
  const path = text.includes("in: path") ? "/a/{q}" : "/a";
  const { model } = modelOf(
    document(
      `paths: { "${path}": { get: { parameters: [{ name: q, ${text} }], responses: {} } } }`,
      version,
    ),
  );
  const [{ style, isUsual } = {}] = model.operations[0]?.parameters ?? [];
  return { style, isUsual };
}

/** Given a parameter, want what the runtime is told of it; undefined where it needs to be told nothing. */
test.each<[string, object | undefined]>([
  ["in: query, schema: { type: string }", undefined],
  [
    "in: query, style: form, explode: true, schema: { type: array, items: { type: integer } }",
    undefined,
  ],
  ["in: query, explode: false, schema: { type: string }", undefined],
  ["in: query, schema: { anyOf: [{ type: string }, { enum: [1] }] }", undefined],
  ["in: query, schema: { allOf: [{}, { type: [string, 'null'] }] }", undefined],
  ["in: query, style: nonsense, schema: { type: string }", undefined],
  [
    "in: query, explode: false, schema: { type: array, items: { type: string } }",
    { explode: false },
  ],
  ["in: query, schema: { type: array, items: { type: object } }", {}],
  ["in: query, schema: { type: array }", {}],
  ["in: query, schema: { type: object }", {}],
  ["in: query, schema: { properties: {} }", {}],
  ["in: query, schema: { oneOf: [{ type: string }, { type: object }] }", {}],
  ["in: query, schema: {}", {}],
  [
    "in: query, style: spaceDelimited, schema: { type: array, items: { type: string } }",
    { style: "spaceDelimited" },
  ],
  [
    "in: query, style: pipeDelimited, explode: true, schema: { type: string }",
    { style: "pipeDelimited", explode: true },
  ],
  [
    "in: query, style: deepObject, explode: true, schema: { type: object }",
    { style: "deepObject" },
  ],
  ["in: query, allowReserved: true, schema: { type: string }", { allowReserved: true }],
  ["in: query, content: { application/json: { schema: { type: string } } }", { style: "json" }],
  ["in: query, content: { text/plain: { schema: { type: string } } }", undefined],
  [
    "in: path, required: true, schema: { type: array, items: { type: string } }, explode: true",
    undefined,
  ],
  ["in: path, required: true, schema: { type: string }", undefined],
  ["in: path, required: true, schema: { type: object }", {}],
  ["in: path, required: true, style: label, schema: { type: string }", { style: "label" }],
  [
    "in: path, required: true, style: matrix, explode: true, schema: { type: string }",
    { style: "matrix", explode: true },
  ],
  ["in: header, schema: { type: integer }", undefined],
  ["in: header, schema: { type: array, items: { type: string } }", {}],
  ["in: header, schema: { type: object }, explode: true", { explode: true }],
  ["in: cookie, schema: { type: string }", undefined],
  ["in: cookie, schema: { type: array, items: { type: string } }", {}],
  ["in: cookie, style: cookie, schema: { type: string }", { style: "cookie" }],
])("%s", (text, wanted) => {
  const { style, isUsual } = parameter(text);
  expect(isUsual ? undefined : style).toEqual(wanted);
});

describe("names", () => {
  test.each([
    ["query", "a b", true],
    ["query", "a[]", true],
    ["query", "a&b", false],
    ["query", "a=b", false],
    ["query", "a#", false],
    ["query", "a+b", false],
    ["header", "X-A", true],
  ])("of a parameter in the %s, %s", (place, name, isUsual) => {
    const { model } = modelOf(
      document(
        `paths: { /a: { get: { parameters: [{ name: "${name}", in: ${place}, schema: { type: string } }], responses: {} } } }`,
      ),
    );
    expect(model.operations[0]?.parameters[0]?.isUsual).toBe(isUsual);
  });

  test.each([
    ["id", true],
    ["user_id-1", true],
    ["id*", false],
    [".id", false],
    [";id", false],
    ["$id", false],
  ])("of a path parameter, %s: openapi-fetch reads modifiers in them", (name, isUsual) => {
    const { model } = modelOf(
      document(`paths: { "/a/{${name}}": { get: { responses: { 204: {} } } } }`),
    );
    expect(model.operations[0]?.parameters[0]?.isUsual).toBe(isUsual);
  });
});

test("a whole query string beside single parameters is left out, with a warning", () => {
  const { model, warnings } = modelOf(
    document(
      "paths: { /a: { get: { parameters: [{ name: all, in: querystring, content: { application/json: {} } }, { name: q, in: query }], responses: {} } } }",
      "3.2.0",
    ),
  );
  expect(model.operations[0]?.parameters.map(({ name }) => name)).toEqual(["q"]);
  expect(warnings()).toEqual([
    'warning: api.yaml:4:21 #/paths/~1a/get: The parameter "all" is the whole query string of an operation that has parameters of the query, too, so that it is left out. Put the others into its schema, or remove it.',
  ]);
});

/** Given an encoding, want what the runtime's serializer is told. */
test.each<[string, string, object | undefined]>([
  ["application/x-www-form-urlencoded", "a: { style: form, explode: true }", undefined],
  ["application/x-www-form-urlencoded", "a: { contentType: application/json }", undefined],
  ["application/x-www-form-urlencoded", "a: { explode: false }", { explode: false }],
  [
    "application/x-www-form-urlencoded",
    "a: { style: deepObject, explode: true }",
    { style: "deepObject" },
  ],
  ["application/x-www-form-urlencoded", "a: { allowReserved: true }", { allowReserved: true }],
  ["application/x-www-form-urlencoded", "o: { style: form }", {}],
  ["multipart/form-data", "a: { contentType: image/png }", { contentType: "image/png" }],
  ["multipart/form-data", 'a: { contentType: "image/png, image/jpeg" }', undefined],
  ["multipart/form-data", "a: { contentType: image/* }", undefined],
  ["multipart/form-data", 'a: { contentType: "image/png\\r\\nX-Own: 1" }', undefined],
  ["multipart/form-data", "a: { contentType: png }", undefined],
  ["multipart/form-data", "a: { contentType: text/plain }", undefined],
  ["multipart/form-data", "a: { contentType: image/png, explode: false }", { explode: false }],
  ["application/json", "a: { explode: false }", undefined],
])("%s with %s", (mediaType, encoding, wanted) => {
  const schema =
    "{ properties: { a: { type: array, items: { type: string } }, o: { type: object } } }";
  const content = `{ ${mediaType}: { schema: ${schema}, encoding: { ${encoding} } } }`;
  const { model } = modelOf(
    document(`paths: { /a: { post: { requestBody: { content: ${content} }, responses: {} } } }`),
  );
  const [found] = model.operations[0]?.body?.encoding.values() ?? [];
  expect(found).toEqual(wanted);
});
