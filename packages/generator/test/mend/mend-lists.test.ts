import { expect, test } from "vitest";
import { modelOf, problemsOf, schemas } from "../support/stages.js";

test("reads a map with numbers for keys as the list that it was", () => {
  const { model, warnings } = modelOf(schemas('A: { allOf: { "3": { type: object } } }'));
  expect(model.schemas.get("A")?.schema).toEqual({
    allOf: [true, true, true, { type: "object" }],
  });
  expect(warnings()).toEqual([
    'warning: api.yaml:7:17 #/components/schemas/A/allOf: There must be a list at "allOf"; this map with numbers for keys is read as one. Write it as a list.',
  ]);
});

test("leaves what is no list in any reading to the check", () => {
  expect(problemsOf(schemas("A: { allOf: { type: object } }"))).toEqual([
    expect.stringContaining('There must be a list at "allOf".'),
  ]);
});
