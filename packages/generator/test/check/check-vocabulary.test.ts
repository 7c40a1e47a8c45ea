import { expect, test } from "vitest";
import { document, emitted, problemsOf, schemas } from "../support/stages.js";

const OK = "responses: { 204: { description: Done } }";
const path = (item: string, version?: string) => document(`paths: { /a: ${item} }\n`, version);
const parameter = (text: string, version?: string) =>
  path(`{ parameters: [{ ${text} }] }`, version);

const at = "api.yaml:4:29 #/paths/~1a/parameters/0";
test.each([
  [
    "name: q, in: qury",
    'api.yaml:4:44 #/paths/~1a/parameters/0/in: The parameter "q" goes to a place that is not known: "qury". Did you mean query? With --lenient it is left out.',
  ],
  [
    "name: q, in: formData",
    'api.yaml:4:44 #/paths/~1a/parameters/0/in: The parameter "q" goes to a place that is not known: "formData". Describe it in "requestBody", where OpenAPI 3 has bodies. With --lenient it is left out.',
  ],
  [
    "name: q",
    `${at}: The parameter "q" does not say where it goes. Add "in": path, query, header, cookie. With --lenient it is left out.`,
  ],
  ["in: query", `${at}: This parameter has no name. Add "name". With --lenient it is left out.`],
])("a parameter that would get lost is an error: %s", (text, line) => {
  expect(problemsOf(parameter(text))).toEqual([line]);
});

test("OpenAPI 3.2's whole query strings are known there alone", () => {
  const text = "name: q, in: querystring, content: { application/json: {} }";
  expect(problemsOf(parameter(text, "3.2.0"))).toEqual([]);
  expect(problemsOf(parameter(text))).toEqual([
    expect.stringMatching(
      /^api\.yaml.+"querystring"\. Use one of path, query, header, cookie\. With --lenient it is left out\.$/,
    ),
  ]);
});

test("says nothing more of a parameter whose reference leads nowhere", () => {
  expect(problemsOf(parameter('$ref: "#/nowhere"'))).toEqual([
    expect.stringContaining('The reference "#/nowhere" leads nowhere.'),
  ]);
});

const NOT_KNOWN = "is not known, so that any value fits.";
test("types that JSON Schema does not know are warnings", () => {
  const text = schemas(
    "A: { type: strng }\nB: { type: [object, nul] }\nC: { type: file }\nD: { type: [string, null] }\nE: { type: 5 }\nF: { type: [string, 'null'] }",
  );
  const all = "Use one of string, number, integer, boolean, object, array, null.";
  expect(problemsOf(text)).toEqual([
    `warning: api.yaml:7:16 #/components/schemas/A/type: The type "strng" ${NOT_KNOWN} Did you mean string?`,
    `warning: api.yaml:8:25 #/components/schemas/B/type/1: The type "nul" ${NOT_KNOWN} Did you mean null?`,
    `warning: api.yaml:9:16 #/components/schemas/C/type: The type "file" ${NOT_KNOWN} ${all}`,
    'warning: api.yaml:10:25 #/components/schemas/D/type/1: The type null is no text here. Write "null", in quotes.',
    `warning: api.yaml:11:16 #/components/schemas/E/type: The type 5 ${NOT_KNOWN} ${all}`,
  ]);
});

test("a type that is not known is typed as unknown, and promises no shape", async () => {
  const answer = (type: string) =>
    `responses: { 200: { description: Fine, content: { application/json: { schema: ${type} } } } }`;
  const files = await emitted(
    document(
      `paths:\n  /a: { get: { operationId: a, ${answer("{ type: objct }")} } }\n  /b: { get: { operationId: b, ${answer("{ type: [object, nul] }")} } }\n  /c: { get: { operationId: c, ${answer("{ type: object, properties: { d: { type: strng }, e: { type: [string, null] } } }")} } }`,
    ),
  );
  expect(files.get("schemas.ts")).toContain("export type AResponse = unknown;");
  expect(files.get("schemas.ts")).toContain("export type BResponse = unknown;");
  expect(files.get("schemas.ts")).toContain("  d?: unknown;\n  e?: string | null;\n");
  expect(files.get("operations/a.ts")).not.toContain("shape");
  expect(files.get("operations/b.ts")).not.toContain("shape");
  expect(files.get("operations/c.ts")).toContain('shape: "object"');
});

test("a path's fields are known, or left out with a warning", () => {
  const fields = `summary: S, description: D, servers: [], parameters: [], x-mine: 1, trace: { ${OK} }`;
  expect(problemsOf(path(`{ ${fields} }`))).toEqual([]);
  expect(problemsOf(path(`{ pots: { ${OK} }, GET: { ${OK} } }`))).toEqual([
    'warning: api.yaml:4:22 #/paths/~1a/pots: A path has no field "pots", so that it is left out. Did you mean post?',
    'warning: api.yaml:4:74 #/paths/~1a/GET: A path has no field "GET", so that it is left out. Did you mean get?',
  ]);
});

test("the fields that came with OpenAPI 3.2 belong to OpenAPI 3.2", () => {
  const text = `{ query: { ${OK} }, additionalOperations: { COPY: { ${OK} } } }`;
  expect(problemsOf(path(text, "3.2.0"))).toEqual([]);
  expect(problemsOf(path(text))).toHaveLength(2);
});

test("a response that is no status is left out with a warning", async () => {
  const responses = (keys: readonly string[]) =>
    path(
      `{ get: { operationId: a, responses: { ${keys.map((key) => `${key}: { description: D }`).join(", ")}, x-mine: 1 } } }`,
    );
  expect(problemsOf(responses(["200", "'404'", "4XX", "5xx", "default"]))).toEqual([]);
  const wrong = ["204", "ok", "99", "600", "6XX", "20", "2XXX"];
  const lines = problemsOf(responses(wrong));
  expect(lines).toHaveLength(wrong.length - 1);
  expect(lines[0]).toBe(
    'warning: api.yaml:4:81 #/paths/~1a/get/responses/ok: The response "ok" is no status, so that it is left out. Use a status such as 200, a range such as 4XX, or default.',
  );
  const paths = (await emitted(responses([...wrong, "4xx"]))).get("paths.ts") ?? "";
  const statuses = [...paths.matchAll(/^ {8}("?\w+"?): \{/gm)].map(([, status]) => status);
  expect(statuses).toEqual(["204", '"4XX"']);
});

test("callbacks may be references", () => {
  expect(
    problemsOf(
      `${path(`{ get: { callbacks: { x: { $ref: "#/components/callbacks/X" } }, ${OK} } }`)}components: { callbacks: { X: { "{$url}": { post: { ${OK} } } } } }\n`,
    ),
  ).toEqual([]);
});
