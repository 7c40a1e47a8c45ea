import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

const read = (paths: string, more = "") => modelOf(document(`paths: { ${paths} }\n${more}`));

test("reads an operation, and what the path says for all of its operations", () => {
  const { model } = read(
    '/a: { summary: All, parameters: [{ name: q, in: query, schema: { type: string } }, { name: h, in: header }], put: { operationId: putA, deprecated: true, x-idempotent: false, externalDocs: { url: "https://d.example" }, parameters: [{ name: q, in: query, required: true, schema: { type: number } }], responses: {} } }',
  );
  expect(model.operations).toMatchObject([
    {
      id: "putA",
      named: true,
      method: "PUT",
      path: "/a",
      summary: "All",
      deprecated: true,
      idempotent: false,
      documentation: "https://d.example",
      parameters: [
        { name: "q", in: "query", required: true, schema: { type: "number" } },
        { name: "h", in: "header", required: false, schema: {} },
      ],
    },
  ]);
});

test("makes an id of method and path where there is none", () => {
  const { model } = read(`"/a/{b}": { get: { responses: {} } }`);
  expect(model.operations[0]).toMatchObject({ id: "get /a/{b}", named: false });
});

test("adds a path parameter that nobody describes, with a warning", () => {
  const { model, warnings } = read(`"/a/{b}": { get: { responses: {} } }`);
  expect(model.operations[0]?.parameters).toMatchObject([
    { name: "b", in: "path", required: true, schema: { type: "string" } },
  ]);
  expect(warnings()).toEqual([
    'warning: api.yaml:4:27 #/paths/~1a~1{b}/get: The path "/a/{b}" holds {b}, which no parameter describes. Add a path parameter of that name; until then callers give a string.',
  ]);
});

test("says nothing of operations that are left out", () => {
  const texts = document(
    'paths: { "/a/{b}": { get: { operationId: getB, responses: {} } }, /c: { get: { responses: {} } } }',
  );
  const { model, warnings } = modelOf(texts, ({ path }) => path === "/c");
  expect(model.operations.map(({ id }) => id)).toEqual(["get /c"]);
  expect(warnings()).toEqual([]);
});

test("leaves out headers that have fields of their own", () => {
  const { model } = read(
    "/a: { get: { parameters: [{ name: Accept, in: header }, { name: content-type, in: header }, { name: AUTHORIZATION, in: header }, { name: Accept, in: query }], responses: {} } }",
  );
  expect(model.operations[0]?.parameters.map(({ in: place }) => place)).toEqual(["query"]);
});

test.each([
  ["text/plain: {}, application/json: {}", "application/json"],
  ["text/plain: {}, application/problem+json: {}", "application/problem+json"],
  ["text/plain: {}, application/pdf: {}", "text/plain"],
])("picks JSON where there is a choice: %s", (content, mediaType) => {
  const { model } = read(
    `/a: { post: { requestBody: { content: { ${content} } }, responses: { 200: { content: { ${content} } } } } }`,
  );
  const [operation] = model.operations;
  expect(operation?.body?.mediaType).toBe(mediaType);
  expect(operation?.successes[0]?.content?.mediaType).toBe(mediaType);
});

test("tells success from failure, and reads shared parts and their examples", () => {
  const { model } = read(
    '/a: { get: { responses: { 200: { $ref: "#/components/responses/Ok" }, 2XX: {}, 404: {}, default: {}, x-note: {} } } }',
    'components: { responses: { Ok: { description: Fine, content: { application/json: { examples: { one: { $ref: "#/components/examples/One" }, outside: { externalValue: "https://x.example" } } } } } }, examples: { One: { summary: First, value: { a: 1 } } } }',
  );
  const [operation] = model.operations;
  expect(operation?.successes.map(({ status }) => status)).toEqual(["200", "2XX"]);
  expect(operation?.failures.map(({ status }) => status)).toEqual(["404", "default"]);
  expect(operation?.successes[0]).toMatchObject({
    description: "Fine",
    content: { examples: [{ name: "one", summary: "First", value: { a: 1 } }] },
  });
});

test("keeps the operations that are asked for, and the schemas that they reach", () => {
  const schema = (name: string) =>
    `content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } }`;
  const text = document(
    `paths: { /a: { get: { operationId: a, responses: { 200: { ${schema("A")} } } } }, /b: { get: { operationId: b, responses: { 200: { ${schema("B")} } } } } }\ncomponents: { schemas: { A: { properties: { deep: { $ref: "#/components/schemas/Holder/properties/c" } } }, B: {}, Holder: { properties: { c: { $ref: "#/components/schemas/C" } } }, C: {}, Alone: {} } }`,
  );
  const { model } = modelOf(text, ({ id }) => id === "a");
  expect(model.operations.map(({ id }) => id)).toEqual(["a"]);
  expect([...model.schemas.keys()]).toEqual(["A", "C"]);
  expect([...modelOf(text).model.schemas.keys()]).toEqual(["A", "B", "Holder", "C", "Alone"]);
});
