import { expect, test } from "vitest";
import { problemsOf, schemas } from "../support/stages.js";

test("tells of a required member that no property describes", () => {
  expect(
    problemsOf(schemas("A: { required: [id, nmae], properties: { id: {}, name: {} } }")),
  ).toEqual([
    'warning: api.yaml:7:25 #/components/schemas/A/required/1: "required" names "nmae", which no property describes, so that it is left out. Describe it under properties, or correct the name.',
  ]);
});

test.each([
  [
    "one that any property may be",
    "A: { required: [x], properties: { y: {} }, additionalProperties: true }",
  ],
  [
    "one that a part may describe",
    "A: { required: [x], properties: { y: {} }, allOf: [{ properties: { x: {} } }] }",
  ],
  [
    "one of a part itself",
    "A: { allOf: [{ required: [x], properties: { y: {} } }, { properties: { x: {} } }] }",
  ],
  ["one of a schema without properties", "A: { required: [x] }"],
])("says nothing of %s", (_name, text) => {
  expect(problemsOf(schemas(text))).toEqual([]);
});
