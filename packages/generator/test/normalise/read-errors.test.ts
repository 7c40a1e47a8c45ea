import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

function read(schema: string, more = "", components = "Other: {}") {
  return modelOf(
    document(
      `paths: { /a: { get: { responses: { 400: { content: { application/json: { schema: ${schema} } } }${more} } } } }\ncomponents: { schemas: { Code: { type: string, x-error-class: { NO: NotFoundError } }, Base: { properties: { id: { x-request-id: true } } }, ${components} } }`,
    ),
  ).model;
}

test("finds marks on properties, beside references and in what they refer to", () => {
  const { errors } = read(
    '{ allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { code: { $ref: "#/components/schemas/Code", x-error-code: true } } }] }',
  );
  expect(errors.codePath).toEqual(["code"]);
  expect(errors.requestIdPath).toEqual(["id"]);
  expect([...errors.classes]).toEqual([["NO", "NotFoundError"]]);
});

test("finds marks in one of several forms, and one level down", () => {
  const either = read(
    "{ oneOf: [{ properties: { text: {} } }, { properties: { code: { x-error-code: true, x-error-class: { NO: RateLimitError } } } }] }",
  );
  expect(either.errors.codePath).toEqual(["code"]);
  expect([...either.errors.classes]).toEqual([["NO", "RateLimitError"]]);
  const wrapped = read(
    "{ properties: { error: { properties: { code: { x-error-code: true }, id: { x-request-id: true } } } } }",
  );
  expect(wrapped.errors).toMatchObject({
    codePath: ["error", "code"],
    requestIdPath: ["error", "id"],
  });
});

test("prefers the mark that is nearest to the top", () => {
  const { errors } = read(
    "{ properties: { inner: { properties: { code: { x-error-code: true } } }, code: { x-error-code: true } } }",
  );
  expect(errors.codePath).toEqual(["code"]);
});

test("ends in schemas that hold themselves", () => {
  const { errors } = read(
    '{ $ref: "#/components/schemas/Loop" }',
    "",
    'Loop: { properties: { loop: { $ref: "#/components/schemas/Loop" }, code: { x-error-code: true } } }',
  );
  expect(errors.codePath).toEqual(["code"]);
});

test("finds the header that carries the request id", () => {
  const { errors } = read(
    "{}",
    ", 200: { headers: { X-Other: {}, X-Id: { x-request-id: true } } }",
  );
  expect(errors).toMatchObject({ requestIdHeader: "X-Id", codePath: undefined });
  const inSchema = read("{}", ", 200: { headers: { X-Id: { schema: { x-request-id: true } } } }");
  expect(inSchema.errors.requestIdHeader).toBe("X-Id");
});

test("collects what must not be printed", () => {
  const model = read(
    "{ properties: { pin: { format: password }, deep: { properties: { name: { x-sensitive: true }, open: {} } } } }",
  );
  expect(model.sensitive).toEqual(["name", "pin"]);
});

test("collects lists, maps, parameters and headers that must not be printed", () => {
  const pins =
    "pins: { items: { format: password } }, byName: { additionalProperties: { format: password } }";
  const either = "either: { oneOf: [{}, { x-sensitive: true }] }, open: { items: {} }";
  const model = read(
    `{ properties: { ${pins}, ${either} } }`,
    ", 200: { headers: { X-Key: { x-sensitive: true } } } }, parameters: [{ name: token, in: query, schema: { format: password } }, { name: page, in: query, schema: {} }], requestBody: { content: {} ",
  );
  expect(model.sensitive).toEqual(["X-Key", "byName", "either", "pins", "token"]);
});
