import { expect, test } from "vitest";
import { document, emitted, modelOf, problemsOf } from "../support/stages.js";

const OK =
  "responses: { 200: { description: Fine, content: { application/json: { schema: { type: string } } } } }";
const doc = (rest: string) => document(rest, "3.2.0");

test("reads the method query, and methods that have no field of their own", async () => {
  const text = doc(`paths:
  /a:
    query: { operationId: search, requestBody: { content: { application/json: { schema: { type: string } } } }, ${OK} }
    additionalOperations:
      LINK: { operationId: connect, ${OK} }
      PARAMETERS: { operationId: odd, ${OK} }
`);
  expect(problemsOf(text)).toEqual([]);
  const { model } = modelOf(text);
  expect(model.operations.map(({ id, method }) => [id, method])).toEqual([
    ["search", "QUERY"],
    ["connect", "LINK"],
    ["odd", "PARAMETERS"],
  ]);
  const files = await emitted(text);
  expect(files.get("operations/search.ts")).toContain("Idempotent: a call that failed");
  expect(files.get("operations/connect.ts")).toContain("Not idempotent: a call");
});

test("refuses what is no method", () => {
  const text = doc(`paths: { /a: { additionalOperations: { "A B": { ${OK} } } } }`);
  expect(problemsOf(text)).toEqual([
    expect.stringContaining('"A B" is no HTTP method. Write one word, such as LINK.'),
  ]);
});

test("refuses a method beside its own field", () => {
  const text = doc(`paths: { /a: { additionalOperations: { POST: { ${OK} } } } }`);
  expect(problemsOf(text)).toEqual([
    expect.stringContaining('The method POST has a field of its own. Put it under "post".'),
  ]);
});

test("reads references to media types", () => {
  const text = doc(`paths:
  /a: { get: { responses: { 200: { description: x, content: { application/json: { $ref: "#/components/mediaTypes/M" } } } } } }
components:
  mediaTypes: { M: { schema: { type: string }, examples: { e: { dataValue: a } } } }
`);
  expect(problemsOf(text)).toEqual([]);
  const content = modelOf(text).model.operations[0]?.successes[0]?.content;
  expect(content).toMatchObject({ schema: { type: "string" }, examples: [{ value: "a" }] });
});

test("reads examples by their data, else by their text", () => {
  const text = doc(`paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            examples:
              a: { dataValue: { x: 1 }, serializedValue: "{}" }
              b: { serializedValue: '{"y":2}' }
              c: { serializedValue: "no json" }
      ${OK}
`);
  const examples = modelOf(text).model.operations[0]?.body?.examples;
  expect(examples?.map(({ value }) => value)).toEqual([{ x: 1 }, { y: 2 }, "no json"]);
});

test("leaves the choice open that takes every other value", async () => {
  const text = doc(`paths: {}
components:
  schemas:
    Pet:
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Other" }]
      discriminator: { propertyName: kind, mapping: { cat: Cat }, defaultMapping: Other }
    Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
    Other: { type: object, properties: { kind: { type: string } } }
`);
  const types = (await emitted(text)).get("schemas.ts");
  expect(types).toContain('kind: "cat";');
  expect(types).toContain("kind?: string;");
});

test("takes what callers have no need to know of: $self, tags, security, xml", () => {
  const text = doc(`$self: https://self.example/api.yaml
paths: {}
tags: [{ name: a, kind: nav }, { name: b, parent: a }]
security: [{ o: [] }]
components:
  securitySchemes:
    o: { type: oauth2, deprecated: true, oauth2MetadataUrl: "https://a.example", flows: { deviceAuthorization: { deviceAuthorizationUrl: "https://a.example", tokenUrl: "https://a.example", scopes: {} } } }
  schemas:
    A: { type: object, properties: { a: { type: string, xml: { nodeType: attribute } }, b: { $ref: "https://self.example/api.yaml#/components/schemas/B" } } }
    B: { type: string }
`);
  expect(problemsOf(text)).toEqual([]);
  expect(modelOf(text).model.schemas.get("A")?.schema).toMatchObject({
    properties: { b: { $ref: "#/components/schemas/B" } },
  });
});
