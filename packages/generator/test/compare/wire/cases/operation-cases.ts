import { withOperation, type DocumentCase } from "./judge-texts.js";

const OK = `responses: { "200": {} }`;
const operation = (text: string) => withOperation(`${text}, ${OK}`);
const parameter = (text: string) => operation(`parameters: [{ in: query, name: q, ${text} }]`);
const STRING = "schema: { type: string }";
const LIST = "schema: { type: array, items: { type: string } }";
const body = (text: string) => operation(`requestBody: { ${text} }`);
const content = (...types: string[]) =>
  `content: { ${types.map((type) => `"${type}": { schema: { type: string } }`).join(", ")} }`;
const form = (encoding: string) =>
  `content: { multipart/form-data: { schema: { type: object, properties: { file: { type: string } } }, encoding: { ${encoding} } } }`;
const document = (rest: string) => `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n${rest}`;
const ONE = `{ get: { operationId: one, ${OK} } }`;

/** Changes of operations, their parameters and their bodies. */
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
];
