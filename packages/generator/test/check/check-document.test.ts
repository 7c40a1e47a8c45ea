import { expect, test } from "vitest";
import { document, problemsOf, schemas } from "../support/stages.js";

const OK = "responses: { 204: { description: Done } }";

function paths(text: string): string {
  return document(`paths:\n  ${text.replaceAll("\n", "\n  ")}\n`);
}

test("has nothing to say about a sound document", () => {
  expect(problemsOf(paths(`/a: { get: { operationId: a, ${OK} } }`))).toEqual([]);
});

const rows: readonly (readonly [name: string, text: string, problems: readonly string[]])[] = [
  [
    "a list in the place of a map",
    schemas("A: { properties: [] }"),
    [
      'api.yaml:7:22 #/components/schemas/A/properties: There must be a map at "properties". Mend its value. With --lenient it is left out.',
    ],
  ],
  [
    "a text in the place of an object",
    paths("/a: { post: { requestBody: none, responses: [] } }"),
    [
      "warning: api.yaml:5:15 #/paths/~1a/post: This operation has no response of success (2xx), so that a call gives nothing. Describe what it answers.",
      'api.yaml:5:30 #/paths/~1a/post/requestBody: There must be an object (request body) at "requestBody". Mend its value. With --lenient it is left out.',
      'api.yaml:5:47 #/paths/~1a/post/responses: There must be a map at "responses". Mend its value. With --lenient it is left out.',
    ],
  ],
  [
    "a map whose members are not indented",
    document("paths:\n  /a:\n    get:\n      responses:\n        200:\n        default: {}\n"),
    [
      'api.yaml:8:9 #/paths/~1a/get/responses/200: There must be an object (response) at "200". It is empty: indent what belongs to it. With --lenient it is left out.',
    ],
  ],
  [
    "no title, no paths",
    "openapi: 3.1.0\ninfo: {}\n",
    [
      'api.yaml:1:1 #: The document has no "paths". Add "paths" with the operations. With --lenient it is read as one without operations.',
      'api.yaml:2:7 #/info: The document has no title. Add "info: { title: … }". With --lenient it is called "API".',
    ],
  ],
  [
    "an operationId that is used twice",
    paths(`/a: { get: { operationId: same, ${OK} } }\n/b: { get: { operationId: same, ${OK} } }`),
    [
      'api.yaml:6:29 #/paths/~1b/get/operationId: The operationId "same" stands already at api.yaml:5. Give each operation an operationId of its own. With --lenient it is left out.',
    ],
  ],
  [
    "an operationId that is a number",
    paths(`/a: { get: { operationId: 12, ${OK} } }`),
    [
      "api.yaml:5:29 #/paths/~1a/get/operationId: An operationId must be a string. Write it in quotes. With --lenient it is left out.",
    ],
  ],
  [
    "a path parameter that is not in the path",
    paths(`/a/{id}: { get: { parameters: [{ name: ID, in: path, required: true }], ${OK} } }`),
    [
      'api.yaml:5:34 #/paths/~1a~1{id}/get/parameters/0: The path parameter "ID" does not stand in the path "/a/{id}". Put {ID} into the path, or remove the parameter. With --lenient it is left out.',
    ],
  ],
  [
    "a path without a slash",
    paths(`a: { get: { ${OK} } }`),
    [
      'api.yaml:5:6 #/paths/a: The path "a" does not begin with "/". Write "/a". With --lenient it is left out.',
    ],
  ],
  [
    "security that names no scheme",
    `${paths(`/a: { get: { security: [{ key: [] }], ${OK} } }`)}security: [{ other: [] }]\n`,
    [
      'api.yaml:5:34 #/paths/~1a/get/security/0/key: The security requirement "key" names no scheme. Define it under components.securitySchemes, or correct the name. With --lenient it is left out.',
      'api.yaml:6:21 #/security/0/other: The security requirement "other" names no scheme. Define it under components.securitySchemes, or correct the name. With --lenient it is left out.',
    ],
  ],
  [
    "security that is no list",
    document("paths: {}\nsecurity: { a: [] }"),
    [
      'api.yaml:5:11 #/security: "security" must be a list. Write "- schemeName: []". With --lenient it is left out.',
    ],
  ],
  [
    "schemes that say too little",
    document(
      "paths: {}\ncomponents:\n  securitySchemes:\n    a: { type: apiKey }\n    b: { type: http, scheme: digest }\n    c: { type: mutualTLS }",
    ),
    [
      'api.yaml:7:8 #/components/securitySchemes/a: The security scheme "a" does not say where its key goes. Write "in: header", "in: query" or "in: cookie". With --lenient it is left out.',
      'api.yaml:7:8 #/components/securitySchemes/a: The security scheme "a" does not name its header. Add "name". With --lenient it is left out.',
      'warning: api.yaml:8:8 #/components/securitySchemes/b: The security scheme "b" uses the HTTP scheme "digest". clientgen sends bearer and basic; set other headers by hand in each call.',
      'warning: api.yaml:9:8 #/components/securitySchemes/c: The security scheme "c" is a certificate, which a connection has and no request. Callers give a "fetch" whose connections have it.',
    ],
  ],
  [
    "wrong marks",
    `openapi: 3.1.0\ninfo: { title: T, x-client-name: 5 }\npaths:\n  /a: { post: { x-idempotent: "yes", ${OK} } }\n`,
    [
      "api.yaml:2:34 #/info/x-client-name: x-client-name must be a string. Write a text in quotes.",
      "api.yaml:4:31 #/paths/~1a/post/x-idempotent: x-idempotent must be a boolean. Write true or false.",
    ],
  ],
  [
    "wrong error classes",
    schemas("A: { x-error-class: { NO: NoSuchError, A: ApiError } }\nB: { x-error-class: [] }"),
    [
      'api.yaml:7:31 #/components/schemas/A/x-error-class/NO: x-error-class gives "NO" a class that is not known: "NoSuchError". Use one of ApiError, AuthenticationError, NotFoundError, RateLimitError.',
      "api.yaml:8:25 #/components/schemas/B/x-error-class: x-error-class must be a map. Write CODE: ClassName.",
    ],
  ],
  [
    "references that go in a circle",
    document(
      'paths: { /a: { get: { responses: { 200: { $ref: "#/components/responses/A" } } } } }\ncomponents:\n  responses: { A: { $ref: "#/components/responses/B" }, B: { $ref: "#/components/responses/A" } }',
    ),
    [
      'api.yaml:4:49 #/paths/~1a/get/responses/200/$ref: The reference "#/components/responses/A" leads back to itself. Break the circle. With --lenient it is left out.',
      'api.yaml:6:27 #/components/responses/A/$ref: The reference "#/components/responses/B" leads back to itself. Break the circle. With --lenient it is left out.',
      'api.yaml:6:68 #/components/responses/B/$ref: The reference "#/components/responses/A" leads back to itself. Break the circle. With --lenient it is left out.',
    ],
  ],
  [
    "a schema that is made of itself",
    schemas(
      'A: { allOf: [{ $ref: "#/components/schemas/B" }] }\nB: { oneOf: [{ type: string }, { $ref: "#/components/schemas/A" }] }\nC: { properties: { c: { $ref: "#/components/schemas/C" } } }',
    ),
    [
      'api.yaml:7:8 #/components/schemas/A: The schema "A" is made of itself: A > B > A. Drop one of these steps, or put a property or a list in between. With --lenient it is read as unknown.',
    ],
  ],
];

test.each(rows)("tells of %s", (_name, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

const pathWith = (text: string, version?: string) =>
  document(`paths: { /a: { parameters: [{ name: q, ${text} }] } }`, version);
const at = "warning: api.yaml:4:44 #/paths/~1a/parameters/0";

test.each([
  ["in: query, style: pipeDelimited", []],
  ["in: header, style: simple", []],
  [
    "in: query, style: simple",
    [
      `${at}/style: The style "simple" is none that the parameter "q" can have, so that it goes out in the default, form. Use one of form, spaceDelimited, pipeDelimited, deepObject.`,
    ],
  ],
  [
    "in: header, style: form",
    [
      `${at}/style: The style "form" is none that the parameter "q" can have, so that it goes out in the default, simple. Use one of simple.`,
    ],
  ],
])("tells of a style that its place does not have: %s", (text, problems) => {
  expect(problemsOf(pathWith(text)).map((line) => line.replace(/:4:\d+/, ":4:44"))).toEqual(
    problems,
  );
});

test("tells of what parts of a multipart body go without", () => {
  const encoding =
    "a: { style: label, headers: { X-A: { required: true, schema: {} }, X-B: { schema: {} } } }";
  const content = `{ multipart/form-data: { schema: {}, encoding: { ${encoding} } } }`;
  const text = `paths: { /a: { post: { requestBody: { content: ${content} }, responses: { 204: {} } } } }`;
  expect(problemsOf(document(text)).map((line) => line.split("encoding/a/")[1])).toEqual([
    'style: The style "label" is none that a member of a form can have, so that it goes out in the default, form. Use one of form, spaceDelimited, pipeDelimited, deepObject.',
    'headers/X-A: The header "X-A" of a part is not sent. Clients send parts with a name, a type and a content alone.',
  ]);
});

test("tells of what OpenAPI 3.0 ignores beside a reference, and 3.1 does not", () => {
  const rest =
    'paths: {}\ncomponents: { schemas: { A: { type: object }, B: { properties: { a: { $ref: "#/components/schemas/A", nullable: true, description: An A., readOnly: true } } } } }';
  expect(problemsOf(document(rest, "3.0.3"))).toEqual([
    'warning: api.yaml:5:113 #/components/schemas/B/properties/a/nullable: OpenAPI 3.0 ignores "nullable" beside a $ref, and so do types. Write "allOf: [{ $ref: … }]" and "nullable" beside it, or use OpenAPI 3.1.',
  ]);
  expect(problemsOf(document(rest))).toEqual([]);
});
