import { expect, test } from "vitest";
import { document, problemsOf } from "../support/stages.js";

const OK = "responses: { 204: { description: Done } }";
const operation = (mark: string) => document(`paths: { /a: { get: { ${mark}, ${OK} } } }\n`);

test.each([
  ["x-idempotnt", "x-idempotent"],
  ["x_idempotent", "x-idempotent"],
  ["X-Idempotent", "x-idempotent"],
  ["x-idempotency", "x-idempotent"],
  ["x-idempotency-key", undefined],
  ["x-internal", undefined],
  // A mark, but not one of operations.
  ["x-nane", undefined],
  ["idempotent", undefined],
])("tells of a misspelt mark: %s", (key, meant) => {
  const line = `warning: api.yaml:4:39 #/paths/~1a/get/${key}: clientgen reads no "${key}" here. Did you mean ${meant}?`;
  const lines = problemsOf(operation(`${key}: true`)).map((text) =>
    text.replace(/api\.yaml:4:\d+/, "api.yaml:4:39"),
  );
  expect(lines).toEqual(meant === undefined ? [] : [line]);
});

test("says nothing where the mark itself stands beside it", () => {
  expect(problemsOf(operation("x-idempotent: true, x-idempotant: true"))).toEqual([]);
});

test("looks at every place that may have a mark, each for its own", () => {
  const text = `openapi: 3.1.0
info: { title: T, x-client_name: t }
servers: [{ url: https://a.example, x-naem: live }]
paths: {}
components:
  securitySchemes: { a: { type: http, scheme: bearer, x-evn: A } }
  headers: { Id: { x-request-ID: true } }
  parameters: { P: { name: p, in: query, x-sensitve: true } }
  schemas: { S: { properties: { x-sensitve: { x-error-codes: true } } } }
`;
  expect(problemsOf(text).map((line) => line.replace(/^.* #(\S+): .* (?=Did)/, "$1 "))).toEqual([
    "/info/x-client_name Did you mean x-client-name?",
    "/servers/0/x-naem Did you mean x-name?",
    "/components/securitySchemes/a/x-evn Did you mean x-env?",
    "/components/headers/Id/x-request-ID Did you mean x-request-id?",
    "/components/parameters/P/x-sensitve Did you mean x-sensitive?",
    "/components/schemas/S/properties/x-sensitve/x-error-codes Did you mean x-error-code?",
  ]);
});
