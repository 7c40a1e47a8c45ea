import { expect, test } from "vitest";
import { document, emitted } from "../support/stages.js";

/** The types of an operation that answers with `answer`, on one line each. */
async function typesOf(answer: string, components: string): Promise<string> {
  const files = await emitted(
    document(
      `paths: { /x: { get: { operationId: getX, responses: { 200: { description: X, content: { application/json: { schema: ${answer} } } } } } } }\n` +
        `components:\n  schemas:\n${components.trim().replace(/^ */gm, "    ")}\n`,
    ),
  );
  return (files.get("schemas.ts") ?? "").replace(/\s+/g, " ");
}

const ref = (name: string) => `{ $ref: "#/components/schemas/${name}" }`;

test("a schema may be chosen by two properties", async () => {
  const types = await typesOf(
    `{ type: object, properties: { a: { oneOf: [${ref("Cat")}, ${ref("Dog")}], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } },
       b: { oneOf: [${ref("Cat")}, ${ref("Dog")}], discriminator: { propertyName: sound, mapping: { meow: Cat, bark: Dog } } } } }`,
    `Cat: { type: object, properties: { kind: { type: string }, sound: { type: string } } }
     Dog: { allOf: [{ type: object, properties: { legs: { type: integer } } }] }`,
  );
  expect(types).toContain('export type Cat = { kind?: "cat"; sound?: "meow"; };');
  expect(types).toContain(
    'export type Dog = { legs?: number; } & { kind: "dog"; } & { sound: "bark"; };',
  );
});

test("two choices that name a schema differently leave it both values", async () => {
  const types = await typesOf(
    `{ type: object, properties: { a: { oneOf: [${ref("Cat")}], discriminator: { propertyName: kind, mapping: { cat: Cat } } },
       b: { type: array, items: { oneOf: [${ref("Cat")}], discriminator: { propertyName: kind } } } } }`,
    "Cat: { type: object, required: [kind], properties: { kind: { type: string } } }",
  );
  expect(types).toContain('export type Cat = { kind: "cat" | "Cat"; };');
});

test("a parent that is one of its own alternatives keeps the values of its heirs", async () => {
  const types = await typesOf(
    `{ oneOf: [${ref("Pet")}, ${ref("Cat")}], discriminator: { propertyName: kind } }`,
    `Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
     Cat: { allOf: [${ref("Pet")}, { type: object, properties: { lives: { type: integer } } }] }`,
  );
  expect(types).toContain("export type Pet = { kind: string; };");
  expect(types).toContain('export type Cat = Pet & { lives?: number; } & { kind: "Cat"; };');
});

test("an alternative behind a second reference, and one that is written in place", async () => {
  const types = await typesOf(
    `{ anyOf: [${ref("Alias")}, { type: object, properties: { kind: { type: string, enum: [dog] } } }], discriminator: { propertyName: kind, mapping: { cat: Alias } } }`,
    `Alias: ${ref("Cat")}
     Cat: { type: object, required: [kind], properties: { kind: { type: string } } }`,
  );
  expect(types).toContain('export type Cat = { kind: "cat"; };');
  expect(types).toContain('kind?: "dog"; }');
});

test("an enum of its own is closed where it tells schemas apart, and open elsewhere", async () => {
  const types = await typesOf(
    `{ oneOf: [${ref("Cat")}, ${ref("Dog")}], discriminator: { propertyName: kind, mapping: { c: Cat, d: Dog } } }`,
    `Kind: { type: string, enum: [cat, dog] }
     Cat: { type: object, properties: { kind: ${ref("Kind")}, friend: ${ref("Kind")} } }
     Dog: { type: object, properties: { kind: { type: string, enum: [d] }, breed: { type: string, enum: [pug, lab] } } }`,
  );
  expect(types).toContain('export type Cat = { kind?: "cat" | "dog"; friend?: Kind; };');
  expect(types).toContain(
    'export type Dog = { kind?: "d"; breed?: "pug" | "lab" | (string & {}); };',
  );
});

test("one string in each alternative tells them apart, what they share does not", async () => {
  const types = await typesOf(
    `{ anyOf: [${ref("Cat")}, ${ref("Dog")}] }`,
    `Base: { type: object, properties: { version: { type: string, enum: [v1] } } }
     Cat: { allOf: [${ref("Base")}, { type: object, properties: { kind: { type: string, enum: [cat] } } }] }
     Dog: { allOf: [${ref("Base")}, { type: object, properties: { kind: { type: string, enum: [dog] } } }] }`,
  );
  expect(types).toContain('export type Base = { version?: "v1" | (string & {}); };');
  expect(types).toContain('export type Cat = Base & { kind?: "cat"; };');
});

test("a choice between one schema and null tells nothing apart", async () => {
  const types = await typesOf(
    `{ anyOf: [${ref("Cat")}, { type: "null" }] }`,
    "Cat: { type: object, properties: { kind: { type: string, enum: [cat] } } }",
  );
  expect(types).toContain('export type Cat = { kind?: "cat" | (string & {}); };');
});

test("a reference that is wrapped for its text is narrowed, too", async () => {
  const types = await typesOf(
    `{ oneOf: [${ref("Cat")}, ${ref("Dog")}], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }`,
    `Kind: { type: string, enum: [cat, dog] }
     Cat: { type: object, properties: { kind: { description: Which., allOf: [${ref("Kind")}] } } }
     Dog: { type: object, properties: { kind: ${ref("Kind")} } }`,
  );
  expect(types).toContain('export type Cat = { /** Which. */ kind?: "cat"; };');
  expect(types).toContain('export type Dog = { kind?: "dog"; };');
});
