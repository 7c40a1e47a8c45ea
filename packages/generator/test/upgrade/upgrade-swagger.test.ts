import { resolve } from "node:path";
import { expect, test } from "vitest";
import { get } from "../../src/load/data.js";
import { resolvePointer } from "../../src/load/json-pointer.js";
import { formatProblem } from "../../src/problem.js";
import { checkDocument } from "../../src/check/check-document.js";
import { upgradeDocument } from "../../src/upgrade/upgrade-document.js";
import { bundleAlone, type Texts } from "../support/stages.js";

const HEAD = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\nhost: api.example\n';
const OK = "responses: { 204: { description: Done } }";

/** The upgraded document, with the problems that it has, but for the notice. */
async function upgraded(texts: Texts | string, address = resolve("/documents/api.yaml")) {
  const given = typeof texts === "string" ? { "api.yaml": texts } : texts;
  const { document: bundled, report } = bundleAlone(given);
  const document = await upgradeDocument(bundled, address, (problem) => report.add(problem));
  checkDocument(document, report);
  const problems = report.problems.map(formatProblem);
  const at = (pointer: string) => resolvePointer(document.root, pointer);
  return { document, at, notice: problems[0], problems: problems.slice(1) };
}

const operation = async (text: string, rest = "") => {
  const { at, problems } = await upgraded(`${HEAD}${rest}\npaths: { /a: { post: ${text} } }`);
  expect(problems).toEqual([]);
  return at("/paths/~1a/post");
};

test("tells that the document was upgraded, and by what", async () => {
  const { notice, at } = await upgraded(`${HEAD}paths: {}`);
  expect(notice).toBe(
    "warning: api.yaml:1:10 #/swagger: This Swagger 2.0 document is read as OpenAPI 3.0, upgraded by @scalar/openapi-upgrader. Keep the document in OpenAPI 3 to be sure of what is meant.",
  );
  expect(at("/openapi")).toMatch(/^3\.0/);
});

test.each<[name: string, lines: string, address: string | undefined, urls: string[]]>([
  ["host alone", "host: a.example", undefined, ["https://a.example/"]],
  ["all", "host: a.example\nbasePath: /v1\nschemes: [https]", undefined, ["https://a.example/v1"]],
  ["both schemes", "host: a.example\nschemes: [http, https]", undefined, ["https://a.example/"]],
  ["plain http", "host: a.example:80\nschemes: [http]", undefined, ["http://a.example:80/"]],
  ["sockets", "host: a.example\nschemes: [wss]", undefined, ["https://a.example/"]],
  ["a path", "basePath: /v1", undefined, ["/v1"]],
  ["its own host", "basePath: /v1", "http://127.0.0.1:99/x.json", ["http://127.0.0.1:99/v1"]],
  ["its own site", "basePath: v1", "https://b.example/x.json", ["https://b.example/v1"]],
])("makes servers of %s", async (_name, lines, address, urls) => {
  const text = `swagger: 2.0\ninfo: { title: T, version: "1" }\n${lines}\npaths: {}`;
  const { at } = await upgraded(text, address);
  expect(at("/servers")).toEqual(urls.map((url) => ({ url })));
});

test("makes no server of nothing", async () => {
  const { at } = await upgraded('swagger: "2.0"\ninfo: { title: T, version: "1" }\npaths: {}');
  expect(at("/servers")).toBeUndefined();
});

test("makes a request body of a body parameter", async () => {
  const found = await operation(
    `{ consumes: [application/json, text/plain], parameters: [{ in: body, name: b, required: true, description: All., schema: { type: object, x-nullable: true } }], ${OK} }`,
  );
  expect(get(found, "requestBody")).toEqual({
    required: true,
    description: "All.",
    content: {
      "application/json": { schema: { type: "object", nullable: true } },
      "text/plain": { schema: { type: "object", nullable: true } },
    },
  });
  expect(get(found, "parameters")).toBeUndefined();
});

test("makes a form of form parameters", async () => {
  const found = await operation(
    `{ parameters: [{ in: formData, name: a, type: string, required: true }, { in: formData, name: b, type: array, items: { type: integer }, collectionFormat: pipes }], ${OK} }`,
    "consumes: [application/json]",
  );
  expect(get(found, "requestBody")).toEqual({
    required: true,
    content: {
      "application/x-www-form-urlencoded": {
        schema: {
          type: "object",
          properties: { a: { type: "string" }, b: { type: "array", items: { type: "integer" } } },
          required: ["a"],
        },
        encoding: { b: { style: "pipeDelimited", explode: false } },
      },
    },
  });
});

test("sends files in parts, whatever is said of the form", async () => {
  const found = await operation(
    `{ consumes: [application/x-www-form-urlencoded], parameters: [{ in: formData, name: f, type: file }], ${OK} }`,
  );
  expect(get(get(found, "requestBody"), "content")).toMatchObject({
    "multipart/form-data": { schema: { properties: { f: { type: "string", format: "binary" } } } },
  });
});

test("puts parameters that make a body where they are used", async () => {
  const { at, problems } = await upgraded(`${HEAD}
parameters:
  Body: { in: body, name: b, schema: { $ref: "#/definitions/A" } }
  Field: { in: formData, name: f, type: string }
  Limit: { in: query, name: limit, type: integer }
paths:
  /a:
    get: { ${OK} }
    post: { ${OK} }
    put: { parameters: [{ in: body, name: c, schema: { type: string } }], ${OK} }
    x-nothing: null
    parameters: [{ $ref: "#/parameters/Body" }, { $ref: "#/parameters/Limit" }]
  /b:
    post: { parameters: [{ $ref: "#/parameters/Field" }, { in: formData, name: g, type: string }], ${OK} }
definitions:
  A: { type: object }
`);
  expect(problems.filter((problem) => !problem.includes("no response of success"))).toEqual([]);
  const schema = (path: string, method: string, type: string) =>
    at(`/paths/~1${path}/${method}/requestBody/content/${type.replace("/", "~1")}/schema`);
  expect(schema("a", "get", "application/json")).toBeUndefined();
  expect(schema("a", "post", "application/json")).toEqual({ $ref: "#/components/schemas/A" });
  expect(schema("a", "put", "application/json")).toEqual({ type: "string" });
  expect(
    Object.keys(get(schema("b", "post", "application/x-www-form-urlencoded"), "properties") ?? {}),
  ).toEqual(["f", "g"]);
  expect(at("/paths/~1a/parameters")).toEqual([{ $ref: "#/components/parameters/Limit" }]);
  expect(at("/components/requestBodies")).toBeUndefined();
});

test.each([
  ["query", "", { style: "form", explode: false }],
  ["query", "collectionFormat: csv,", { style: "form", explode: false }],
  ["query", "collectionFormat: multi,", { style: "form", explode: true }],
  ["query", "collectionFormat: ssv,", { style: "spaceDelimited", explode: false }],
  ["query", "collectionFormat: pipes,", { style: "pipeDelimited", explode: false }],
  ["header", "collectionFormat: csv,", { style: "simple", explode: false }],
])("sends lists in a %s as they are meant: %s", async (place, format, style) => {
  const { at } = await upgraded(
    `${HEAD}paths: { /a: { get: { parameters: [{ in: ${place}, name: l, type: array, ${format} items: { type: string } }], ${OK} } } }`,
  );
  expect(at("/paths/~1a/get/parameters/0")).toEqual({
    name: "l",
    in: place,
    schema: { type: "array", items: { type: "string" } },
    ...style,
  });
});

test("makes answers of what operations produce", async () => {
  const { at } = await upgraded(`${HEAD}produces: [application/json]
responses: { Gone: { description: Gone., schema: { type: string } } }
paths:
  /a:
    get:
      produces: [application/json, text/csv]
      responses:
        200: { description: x, schema: { type: string }, examples: { application/json: hi }, headers: { H: { type: integer } } }
        410: { $ref: "#/responses/Gone" }
        500: null
  /b:
    get: { responses: { 200: { description: x, schema: { type: file } } } }
    put: { produces: [application/pdf], responses: { 200: { description: x, schema: { type: file } } } }
`);
  expect(at("/paths/~1a/get/responses")).toEqual({
    200: {
      description: "x",
      headers: { H: { schema: { type: "integer" } } },
      content: {
        "application/json": { schema: { type: "string" }, example: "hi" },
        "text/csv": { schema: { type: "string" } },
      },
    },
    410: { $ref: "#/components/responses/Gone" },
  });
  const bytes = { schema: { type: "string", format: "binary" } };
  expect(at("/paths/~1b/get/responses/200/content")).toEqual({ "application/octet-stream": bytes });
  expect(at("/paths/~1b/put/responses/200/content")).toEqual({ "application/pdf": bytes });
  expect(at("/components/responses/Gone/content")).toEqual({
    "application/json": { schema: { type: "string" } },
  });
});

test("reads schemas and security", async () => {
  const { at, problems } = await upgraded(`${HEAD}
securityDefinitions:
  b: { type: basic, x-env: B }
  k: { type: apiKey, in: query, name: key }
  o: { type: oauth2, flow: application, tokenUrl: "https://t.example", scopes: { a: A } }
security: [{ b: [] }]
paths: {}
definitions:
  Pet: { type: object, discriminator: kind, required: [kind], properties: { kind: { type: string }, next: { $ref: "#/definitions/Pet" } } }
  Cat: { allOf: [{ $ref: "#/definitions/Pet" }, { properties: { a: { type: string, x-nullable: true } } }], example: { $ref: "#/definitions/No" } }
`);
  expect(problems).toEqual([]);
  expect(at("/components/schemas/Pet")).toMatchObject({
    discriminator: { propertyName: "kind" },
    properties: { next: { $ref: "#/components/schemas/Pet" } },
  });
  expect(at("/components/schemas/Cat/allOf")).toEqual([
    { $ref: "#/components/schemas/Pet" },
    { properties: { a: { type: "string", nullable: true } } },
  ]);
  expect(at("/components/securitySchemes")).toEqual({
    b: { type: "http", scheme: "basic", "x-env": "B" },
    k: { type: "apiKey", in: "query", name: "key" },
    o: {
      type: "oauth2",
      flows: { clientCredentials: { tokenUrl: "https://t.example", scopes: { a: "A" } } },
    },
  });
});

test("brings several files together first", async () => {
  const { at, problems } = await upgraded({
    "api.yaml": `${HEAD}paths: { /a: { $ref: "parts.yaml#/a" } }\ndefinitions: { A: { $ref: "parts.yaml#/defs/B" } }`,
    "parts.yaml": `a: { get: { parameters: [{ $ref: "#/p" }], responses: { 200: { description: x, schema: { $ref: "#/defs/B" } } } } }
p: { in: query, name: q, type: string }
defs: { B: { type: object, properties: { b: { type: string, x-nullable: true } } } }`,
  });
  expect(problems).toEqual([]);
  expect(at("/paths/~1a/get/parameters/0")).toMatchObject({
    name: "q",
    schema: { type: "string" },
  });
  expect(at("/paths/~1a/get/responses/200/content/application~1json/schema")).toEqual({
    $ref: "#/components/schemas/B",
  });
  expect(at("/components/schemas")).toMatchObject({
    A: { $ref: "#/components/schemas/B" },
    B: { properties: { b: { nullable: true } } },
  });
});

test("tells of problems where they stand in the original", async () => {
  const { problems } = await upgraded({
    "api.yaml": `${HEAD}paths:
  /a:
    post:
      parameters:
        - { in: body, name: b, schema: { type: objekt } }
        - { in: path, name: no, type: string, required: true }
      responses:
        200: { description: x, schema: { $ref: "parts.yaml#/B" } }
definitions:
  A: { type: object, properties: { a: { type: strong } } }`,
    "parts.yaml": "B:\n  properties: { c: { type: lost } }",
  });
  expect(problems.map((line) => line.replace(/: The (type|path).*/, ""))).toEqual([
    "warning: api.yaml:8:48 #/paths/~1a/post/parameters/0/schema/type",
    "api.yaml:9:11 #/paths/~1a/post/parameters/1",
    "warning: api.yaml:13:47 #/definitions/A/properties/a/type",
    "warning: parts.yaml:2:28 #/B/properties/c/type",
  ]);
});

test("tells of a reference that leads nowhere, and of what can't be upgraded", async () => {
  const { problems } = await upgraded(
    `${HEAD}paths: {}\ndefinitions: { A: { $ref: "#/definitions/B" } }`,
  );
  expect(problems).toEqual([
    expect.stringMatching(
      /^api\.yaml:5:\d+ #\/definitions\/A\/\$ref: The reference "#\/definitions\/B" leads nowhere\./,
    ),
  ]);
  await expect(
    upgraded(`${HEAD}paths: { /a: { get: { parameters: [{ name: q, type: string }], ${OK} } } }`),
  ).rejects.toThrow(
    'api.yaml:1:10 #/swagger: This Swagger 2.0 document can\'t be upgraded: Parameter object must have an "in" property. Convert it to OpenAPI 3 with another tool, and mend what that one tells of.',
  );
});
