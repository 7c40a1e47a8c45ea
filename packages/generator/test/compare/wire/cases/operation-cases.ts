import { withOperation } from "./judge-texts.js";

/** Documents before and after, and all that is told of them. */
export type DocumentCase = readonly [
  what: string,
  old: string,
  now: string,
  rules: readonly string[],
];

const OK = `responses: { "200": {} }`;
const operation = (text: string) => withOperation(`${text}, ${OK}`);
const parameter = (text: string) => operation(`parameters: [{ in: query, name: q, ${text} }]`);
const STRING = "schema: { type: string }";
const LIST = "schema: { type: array, items: { type: string } }";
const body = (text: string) => operation(`requestBody: { ${text} }`);
const answer = (text: string) => withOperation(`responses: { "200": { ${text} } }`);
const content = (...types: string[]) =>
  `content: { ${types.map((type) => `"${type}": { schema: { type: string } }`).join(", ")} }`;
const form = (encoding: string) =>
  `content: { multipart/form-data: { schema: { type: object, properties: { file: { type: string } } }, encoding: { ${encoding} } } }`;
const document = (rest: string) => `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n${rest}`;
const ONE = `{ get: { operationId: one, ${OK} } }`;

/** Changes of operations, their parameters, bodies and answers. */
export const OPERATION_CASES: readonly DocumentCase[] = [
  [
    "an operation more",
    document(`paths: { /a: ${ONE} }`),
    document(`paths: { /a: ${ONE}, /b: { get: { ${OK} } } }`),
    ["operation-added"],
  ],
  [
    "an operation that moved",
    document(`paths: { /a: ${ONE} }`),
    document(`paths: { /b: ${ONE} }`),
    ["operation-added", "operation-removed"],
  ],
  [
    "deprecation",
    operation("summary: a"),
    operation("summary: a, deprecated: true"),
    ["operation-deprecated"],
  ],
  [
    "the day of its end",
    operation(`deprecated: true, x-sunset: "2027-01-01"`),
    operation(`deprecated: true, x-sunset: "2026-12-01"`),
    ["operation-deprecated"],
  ],
  [
    "no day of its end any more",
    operation(`deprecated: true, x-sunset: "2027-01-01"`),
    operation("deprecated: true"),
    ["operation-undeprecated"],
  ],
  [
    "no deprecation any more",
    operation("deprecated: true"),
    operation("tags: []"),
    ["operation-undeprecated"],
  ],
  [
    "another operationId",
    document(`paths: { /a: ${ONE} }`),
    document(`paths: { /a: { get: { operationId: other, ${OK} } } }`),
    ["operation-id-changed"],
  ],
  ["other tags", operation("tags: [a, b]"), operation("tags: [a]"), ["operation-tags-changed"]],
  ["another summary", operation("summary: a"), operation("summary: b"), ["wording-changed"]],
  [
    "idempotency",
    operation("summary: a"),
    operation("summary: a, x-idempotent: true"),
    ["idempotency-added"],
  ],
  [
    "no idempotency any more",
    operation("x-idempotent: true"),
    operation("x-idempotent: false"),
    ["idempotency-removed"],
  ],
  [
    "retries",
    operation("x-retry: { statuses: [409] }"),
    operation("x-retry: false"),
    ["retry-changed"],
  ],

  ["a parameter less", parameter(STRING), operation("parameters: []"), ["parameter-removed"]],
  ["a parameter more", operation("parameters: []"), parameter(STRING), ["parameter-added"]],
  [
    "a required parameter more",
    operation("parameters: []"),
    parameter(`${STRING}, required: true`),
    ["required-parameter-added"],
  ],
  [
    "a required parameter",
    parameter(STRING),
    parameter(`${STRING}, required: true`),
    ["parameter-became-required"],
  ],
  [
    "an optional parameter",
    parameter(`${STRING}, required: true`),
    parameter(STRING),
    ["parameter-became-optional"],
  ],
  [
    "a parameter elsewhere",
    parameter(STRING),
    operation(`parameters: [{ in: header, name: q, ${STRING} }]`),
    ["parameter-added", "parameter-removed"],
  ],
  ["a style", parameter(LIST), parameter(`${LIST}, explode: false`), ["parameter-style-changed"]],
  [
    "a parameter as JSON",
    parameter(STRING),
    parameter("content: { application/json: { schema: { type: string } } }"),
    ["parameter-style-changed"],
  ],
  ["a style of a single value", parameter(STRING), parameter(`${STRING}, explode: false`), []],
  [
    "reserved characters",
    parameter(STRING),
    parameter(`${STRING}, allowReserved: true`),
    ["parameter-reserved-changed"],
  ],
  [
    "empty values",
    parameter(STRING),
    parameter(`${STRING}, allowEmptyValue: true`),
    ["parameter-empty-allowed"],
  ],
  [
    "no empty values",
    parameter(`${STRING}, allowEmptyValue: true`),
    parameter(STRING),
    ["parameter-empty-forbidden"],
  ],
  [
    "a deprecated parameter",
    parameter(STRING),
    parameter(`${STRING}, deprecated: true`),
    ["parameter-deprecated"],
  ],
  [
    "one no longer deprecated",
    parameter(`${STRING}, deprecated: true`),
    parameter(STRING),
    ["parameter-undeprecated"],
  ],
  [
    "a default",
    parameter("schema: { type: integer, default: 1 }"),
    parameter("schema: { type: integer, default: 2 }"),
    ["parameter-default-changed"],
  ],
  [
    "a new default",
    parameter(STRING),
    parameter("schema: { type: string, default: a }"),
    ["parameter-default-added"],
  ],
  [
    "no default",
    parameter("schema: { type: string, default: a }"),
    parameter(STRING),
    ["parameter-default-removed"],
  ],
  [
    "a default of what has to be sent",
    parameter("required: true, schema: { type: string, default: a }"),
    parameter("required: true, schema: { type: string, default: b }"),
    ["request-default-noted"],
  ],
  [
    "a number as a text",
    parameter("schema: { type: integer }"),
    parameter(STRING),
    ["request-type-widened"],
  ],
  [
    "a text as a number",
    parameter(STRING),
    parameter("schema: { type: integer }"),
    ["request-type-narrowed"],
  ],
  ["a value as a list", parameter(STRING), parameter(LIST), ["request-type-widened"]],
  [
    "a value as a list that takes less",
    parameter(STRING),
    parameter("schema: { type: array, items: { type: string, maxLength: 3 } }"),
    ["request-limit-added", "request-type-widened"],
  ],
  [
    "a value as a list of two",
    parameter(STRING),
    parameter("schema: { type: array, minItems: 2, items: { type: string } }"),
    ["request-type-changed"],
  ],

  ["a body more", operation("tags: []"), body(content("text/plain")), ["body-added"]],
  [
    "a required body more",
    operation("tags: []"),
    body(`required: true, ${content("text/plain")}`),
    ["required-body-added"],
  ],
  ["no body", body(content("text/plain")), operation("tags: []"), ["body-removed"]],
  [
    "a required body",
    body(content("text/plain")),
    body(`required: true, ${content("text/plain")}`),
    ["body-became-required"],
  ],
  [
    "an optional body",
    body(`required: true, ${content("text/plain")}`),
    body(content("text/plain")),
    ["body-became-optional"],
  ],
  [
    "a body in words",
    body(`description: a, ${content("a/b")}`),
    body(content("a/b")),
    ["wording-changed"],
  ],
  [
    "a media type more and one less",
    body(content("text/plain", "text/css")),
    body(content("text/plain", "text/csv")),
    ["request-media-type-added", "request-media-type-removed"],
  ],
  [
    "a wider media type",
    body(content("text/css")),
    body(content("text/*")),
    ["request-media-type-added"],
  ],
  [
    "a narrower media type",
    body(content("text/*")),
    body(content("text/css")),
    ["request-media-type-removed"],
  ],
  ["a media type within a range", body(content("text/css", "text/*")), body(content("text/*")), []],
  [
    "an encoding",
    body(form("file: { contentType: image/png }")),
    body(form("")),
    ["request-encoding-changed"],
  ],
  [
    "a charset",
    body(content("text/css")),
    body(content("text/css; charset=utf-8")),
    ["media-type-parameters-changed"],
  ],
  [
    "a default of a body",
    body("content: { text/css: { schema: { type: string } } }"),
    body("content: { text/css: { schema: { type: string, default: a } } }"),
    ["request-default-noted"],
  ],

  [
    "an answer's media types",
    answer(content("text/plain", "text/css")),
    answer(content("text/plain", "text/csv")),
    ["response-media-type-added", "response-media-type-removed"],
  ],
  [
    "a wider one",
    answer(content("application/problem+json")),
    answer(content("application/json")),
    ["response-media-type-widened"],
  ],
  [
    "a narrower one",
    answer(content("application/json")),
    answer(content("application/problem+json")),
    ["response-media-type-narrowed"],
  ],
  [
    "an answer of any version",
    answer(content("application/json; version=1")),
    answer(content("application/json")),
    ["response-media-type-widened"],
  ],
  [
    "an answer of another version",
    answer(content("application/json; version=1")),
    answer(content("application/json; version=2")),
    ["response-media-type-added", "response-media-type-removed"],
  ],
  [
    "an answer's encoding",
    answer(form("")),
    answer(form("file: { style: form }")),
    ["response-encoding-changed"],
  ],
  [
    "statuses for success",
    withOperation("responses: { '200': {}, '201': {} }"),
    withOperation("responses: { '200': {}, '204': {} }"),
    ["success-status-added", "success-status-removed"],
  ],
  [
    "a range of statuses",
    withOperation("responses: { '200': {} }"),
    withOperation("responses: { 2XX: {} }"),
    [],
  ],
  [
    "statuses for failure",
    withOperation("responses: { '200': {}, '404': {} }"),
    withOperation("responses: { '200': {}, default: {} }"),
    ["error-status-added", "error-status-removed"],
  ],
  ["an answer in words", answer("description: a"), answer("description: b"), ["wording-changed"]],
  [
    "a header more",
    answer("headers: {}"),
    answer(`headers: { X-A: { ${STRING} } }`),
    ["response-header-added"],
  ],
  [
    "a header less",
    answer(`headers: { X-A: { ${STRING} } }`),
    answer("headers: {}"),
    ["response-header-removed"],
  ],
  [
    "a required header less",
    answer(`headers: { X-A: { required: true, ${STRING} } }`),
    answer("headers: {}"),
    ["response-required-header-removed"],
  ],
  [
    "an optional header",
    answer(`headers: { X-A: { required: true, ${STRING} } }`),
    answer(`headers: { x-a: { ${STRING} } }`),
    ["response-header-became-optional"],
  ],
  [
    "a required header",
    answer(`headers: { X-A: { ${STRING} } }`),
    answer(`headers: { X-A: { required: true, ${STRING} } }`),
    ["response-header-became-required"],
  ],
  [
    "a header's schema",
    answer(`headers: { X-A: { schema: { type: integer } } }`),
    answer(`headers: { X-A: { ${STRING}, description: a } }`),
    ["response-type-widened", "wording-changed"],
  ],
  [
    "the header of the request's id",
    answer(`headers: { X-A: { ${STRING} } }`),
    answer(`headers: { X-A: { ${STRING}, x-request-id: true } }`),
    ["request-id-changed"],
  ],
  [
    "a link",
    answer("links: { next: { operationId: makeThing } }"),
    answer("links: {}"),
    ["link-changed"],
  ],
  [
    "a stream",
    answer("content: { text/event-stream: { schema: { type: string } } }"),
    answer("content: { text/event-stream: { schema: { type: string }, x-stream: false } }"),
    ["stream-changed"],
  ],
  [
    "what a stream holds",
    answer("content: { application/jsonl: { itemSchema: { type: integer } } }"),
    answer("content: { application/jsonl: { itemSchema: { type: integer, maximum: 3 } } }"),
    ["response-limit-added"],
  ],

  [
    "a webhook more",
    document(`paths: {}\nwebhooks: { old: ${ONE} }`),
    document(`paths: {}\nwebhooks: { old: ${ONE}, new: ${ONE} }`),
    ["message-added"],
  ],
  [
    "no webhook",
    document(`paths: {}\nwebhooks: { old: ${ONE} }`),
    document("paths: {}"),
    ["message-removed"],
  ],
  [
    "a callback less and one more",
    operation("callbacks: { done: { '{$request.body#/url}': { post: { responses: {} } } } }"),
    operation("callbacks: { ended: { '{$request.body#/url}': { post: { responses: {} } } } }"),
    ["message-added", "message-removed"],
  ],
  [
    "what a webhook sends, and what it is answered",
    document(
      "paths: {}\nwebhooks: { a: { post: { requestBody: { content: { a/b: { schema: { maxLength: 3, type: string } } } }, responses: { '200': { content: { a/b: { schema: { maxLength: 3, type: string } } } } } } } }",
    ),
    document(
      "paths: {}\nwebhooks: { a: { post: { requestBody: { content: { a/b: { schema: { maxLength: 4, type: string } } } }, responses: { '200': { content: { a/b: { schema: { maxLength: 2, type: string } } } } } } } }",
    ),
    ["request-limit-tightened", "response-limit-loosened"],
  ],
];
