import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

const read = (schemes: string, security = "[]") =>
  modelOf(
    document(
      `paths: { /a: { get: { security: ${security}, responses: {} } } }\ncomponents: { securitySchemes: { ${schemes} } }`,
    ),
  ).model;

test.each([
  ["{ type: apiKey, in: header, name: X-Key }", { in: "header", key: "X-Key", encode: undefined }],
  ["{ type: apiKey, in: query, name: key }", { in: "query", key: "key" }],
  ["{ type: apiKey, in: cookie, name: sid }", { in: "cookie", key: "sid" }],
  ["{ type: http, scheme: BEARER }", { key: "Authorization", encode: "bearer" }],
  ["{ type: http, scheme: basic }", { key: "Authorization", encode: "basic" }],
  ["{ type: oauth2, flows: {} }", { key: "Authorization", encode: "bearer" }],
  ["{ type: openIdConnect }", { key: "Authorization", encode: "bearer" }],
  [
    "{ type: apiKey, in: header, name: X, x-env: MY_KEY, x-body-field: key, description: It. }",
    { env: "MY_KEY", bodyField: "key", description: "It." },
  ],
])("reads %s", (scheme, credential) => {
  expect(read(`s: ${scheme}`).credentials).toMatchObject([{ name: "s", ...credential }]);
});

test.each(["{ type: http, scheme: digest }", "{ type: mutualTLS }"])("can't apply %s", (scheme) => {
  expect(read(`s: ${scheme}`).credentials).toEqual([]);
});

test("makes a header with x-default one that everybody sends", () => {
  const model = read(
    "v: { type: apiKey, in: header, name: X-Version, x-default: '1' }, k: { type: http, scheme: bearer }",
    "[{ v: [], k: [] }]",
  );
  expect(model.defaultHeaders).toEqual([{ name: "X-Version", value: "1" }]);
  expect(model.operations[0]?.security).toEqual([["k"]]);
});

test("reads security as alternatives of lists", () => {
  const schemes = ["a", "b", "c"].map((name) => `${name}: { type: http, scheme: bearer }`).join();
  const of = (security: string) => read(schemes, security).operations[0]?.security;
  expect(of("[{ a: [], b: [] }, { c: [] }]")).toEqual([["a", "b"], ["c"]]);
  expect(of("[{}]")).toEqual([[]]);
  expect(of("[]")).toEqual([]);
  const { model } = modelOf(document("paths: { /a: { get: { responses: {} } } }"));
  expect(model.operations[0]?.security).toBeUndefined();
});
