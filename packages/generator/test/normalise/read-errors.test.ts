import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

function read(schema: string, more = "") {
  return modelOf(
    document(
      `paths: { /a: { get: { responses: { 400: { content: { application/json: { schema: ${schema} } } }${more} } } } }\ncomponents: { schemas: { Code: { type: string, x-error-class: { NO: NotFoundError } }, Base: { properties: { id: { x-request-id: true } } } } }`,
    ),
  ).model;
}

test("finds marks on properties, beside references and in what they refer to", () => {
  const { errors } = read(
    '{ allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { code: { $ref: "#/components/schemas/Code", x-error-code: true } } }] }',
  );
  expect(errors.codeProperty).toBe("code");
  expect(errors.requestIdProperty).toBe("id");
  expect([...errors.classes]).toEqual([["NO", "NotFoundError"]]);
});

test("finds the header that carries the request id", () => {
  const { errors } = read(
    "{}",
    ", 200: { headers: { X-Other: {}, X-Id: { x-request-id: true } } }",
  );
  expect(errors).toMatchObject({ requestIdHeader: "X-Id", codeProperty: undefined });
});

test("collects what must not be printed", () => {
  const model = read(
    "{ properties: { pin: { format: password }, deep: { properties: { name: { x-sensitive: true }, open: {} } } } }",
  );
  expect(model.sensitive).toEqual(["name", "pin"]);
});
