import { expect, test } from "vitest";
import { modelOf, schemas } from "../support/stages.js";

test("reads a part that is nullable and nothing else as a mark of the whole", () => {
  const { model, warnings } = modelOf(
    schemas(
      'A: { allOf: [{ nullable: true }, { $ref: "#/components/schemas/B" }] }\nB: {}',
      "3.0.3",
    ),
  );
  expect(model.schemas.get("A")?.schema).toEqual({
    nullable: true,
    allOf: [{ $ref: "#/components/schemas/B" }],
  });
  expect(warnings()).toEqual([
    'warning: api.yaml:7:18 #/components/schemas/A/allOf/0: This part of an allOf is nullable and nothing else; the whole is read as nullable. Write "nullable: true" beside the allOf.',
  ]);
});

test("leaves other parts alone", () => {
  const text = "{ allOf: [{ nullable: true, type: string }, { nullable: false }] }";
  const { model, warnings } = modelOf(schemas(`A: ${text}\nB: { allOf: [{ nullable: true }] }`));
  expect([...model.schemas.values()].map(({ schema }) => schema)).toEqual([
    { allOf: [{ nullable: true, type: "string" }, { nullable: false }] },
    { allOf: [{ nullable: true }] },
  ]);
  expect(warnings()).toEqual([]);
});

test("reads null beside alternatives as one more of them", () => {
  const { model, warnings } = modelOf(
    schemas(
      'A: { type: "null", oneOf: [{ type: string }, { type: object }] }\nB: { type: "null" }',
    ),
  );
  expect(model.schemas.get("A")?.schema).toEqual({
    nullable: true,
    oneOf: [{ type: "string" }, { type: "object" }],
  });
  expect(warnings()).toEqual([
    'warning: api.yaml:7:16 #/components/schemas/A/type: No value is null and one of these alternatives; null is read as one more of them. Write { type: "null" } as an alternative.',
  ]);
});
