import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

function mend(components: string) {
  const { model } = modelOf(document(`paths: {}\ncomponents: { ${components} }`));
  return Object.fromEntries([...model.schemas].map(([name, { schema }]) => [name, schema]));
}

const json = (schema: string) => `content: { application/json: { schema: ${schema} } }`;

test.each([
  ["responses", "Gone", "GoneResponse"],
  ["responses", "NotFoundError", "NotFoundError"],
  ["requestBodies", "Pet", "PetRequest"],
  ["requestBodies", "PetBody", "PetBody"],
  ["responses", "service_unavailable", "ServiceUnavailableResponse"],
])("makes a component of what stands inline in %s: %s", (kind, name, expected) => {
  const owner = `description: All., ${json("{ properties: { a: { type: string } } }")}`;
  expect(mend(`${kind}: { ${name}: { ${owner} } }`)).toEqual({
    [expected]: { description: "All.", properties: { a: { type: "string" } } },
  });
});

test("leaves references, plain types and the schema's own words alone", () => {
  const found = mend(
    `schemas: { A: { type: string }, BResponse: { type: number } }, responses: {
      R: { ${json('{ $ref: "#/components/schemas/A" }')} },
      S: { ${json("{ type: string }")} },
      B: { description: Outer., ${json("{ description: Inner., oneOf: [{ type: string }] }")} },
    }`,
  );
  expect(found).toEqual({
    A: { type: "string" },
    BResponse: { type: "number" },
    BResponse2: { description: "Inner.", oneOf: [{ type: "string" }] },
  });
});
