import { withOperation, type DocumentCase } from "./judge-texts.js";

const OK = `responses: { "200": {} }`;
const operation = (text: string) => withOperation(`${text}, ${OK}`);
const STRING = "schema: { type: string }";
const answer = (text: string) => withOperation(`responses: { "200": { ${text} } }`);
const content = (...types: string[]) =>
  `content: { ${types.map((type) => `"${type}": { schema: { type: string } }`).join(", ")} }`;
const form = (encoding: string) =>
  `content: { multipart/form-data: { schema: { type: object, properties: { file: { type: string } } }, encoding: { ${encoding} } } }`;
const document = (rest: string) => `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n${rest}`;
const ONE = `{ get: { operationId: one, ${OK} } }`;

/** Changes of answers, and of what is sent to callers. */
export const ANSWER_CASES: readonly DocumentCase[] = [
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
    "an answer that is none any more",
    answer("content: { application/json: { schema: { type: object } } }"),
    answer("content: { application/json: { schema: false } }"),
    ["response-media-type-removed"],
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
