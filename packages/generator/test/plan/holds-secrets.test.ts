import { expect, test } from "vitest";
import { document, planOf } from "../support/stages.js";

/** Whether an operation that answers with this schema gives secrets. */
function gives(schema: string, mediaType = "application/json"): boolean | undefined {
  const key = "{ type: string, format: password }";
  const loop =
    "{ properties: { next: { $ref: '#/components/schemas/Loop' }, n: { type: integer } } }";
  const answer = `200: { content: { ${mediaType}: { schema: ${schema} } } }`;
  const text = `paths: { /a: { get: { responses: { ${answer} } } } }\ncomponents: { schemas: { Key: ${key}, Loop: ${loop}, Marks: { properties: { key: ${key} } } } }\n`;
  return planOf(document(text)).plan.operations[0]?.givesSecrets;
}

test.each([
  "{ properties: { key: { type: string } } }",
  "{ properties: { key: { type: [string, 'null'] } } }",
  "{ properties: { key: { enum: [a] } } }",
  "{ properties: { key: { $ref: '#/components/schemas/Key' } } }",
  "{ properties: { key: { items: { type: string } } } }",
  "{ properties: { key: { properties: { deep: { additionalProperties: { type: string } } } } } }",
  "{ type: array, items: { properties: { a: { properties: { key: { type: string } } } } } }",
  "{ allOf: [{ properties: { key: { type: string } } }] }",
  "{ oneOf: [{ type: string }, { properties: { key: { anyOf: [{ type: integer }, { type: string }] } } }] }",
])("there is a string in %s", (schema) => {
  expect(gives(schema)).toBe(true);
});

test.each([
  "{ properties: { key: { type: integer } } }",
  "{ properties: { key: { properties: { n: { type: number } } } } }",
  "{ properties: { key: {} } }",
  "{ properties: { key: { type: string, writeOnly: true } } }",
  "{ properties: { other: { type: string } } }",
  "{ type: string, format: password }",
  "{ $ref: '#/components/schemas/Loop' }",
  "{ properties: { key: { $ref: '#/components/schemas/Loop' } } }",
])("there is none in %s", (schema) => {
  expect(gives(schema)).toBe(false);
});

test("what is no JSON is given as it is", () => {
  expect(gives("{ properties: { key: { type: string } } }", "application/xml")).toBe(false);
});
