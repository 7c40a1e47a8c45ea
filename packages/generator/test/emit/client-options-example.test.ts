import { expect, test } from "vitest";
import { clientOptionsExample } from "../../src/emit/client-options-example.js";
import { planOf } from "../support/stages.js";

const SCHEMES = `components:
  securitySchemes:
    bearerAuth: { type: http, scheme: bearer }
    login: { type: http, scheme: basic }
    key: { type: apiKey, in: header, name: X-Key }
    known: { type: apiKey, in: header, name: X-Known, x-env: KNOWN }
`;

function example(
  rest: string,
  operation = "{}",
  servers = "[{ url: https://a.example }]",
): string[] {
  const { plan } = planOf(
    `openapi: 3.1.0\ninfo: { title: T }\nservers: ${servers}\n${rest}\npaths: { /a: { get: ${operation} } }\n${SCHEMES}`,
  );
  return [clientOptionsExample(plan).text, clientOptionsExample(plan, plan.operations[0]).text];
}

const options = (credentials: string) => `{ environment: "default"${credentials} }`;
const token = options(', credentials: { bearerAuth: "YOUR_TOKEN" }');

test("names what the environment does not give, with a placeholder for each", () => {
  const all = options(', credentials: { login: "YOUR_USER:YOUR_PASSWORD", key: "YOUR_KEY" }');
  expect(example("security: [{ login: [], key: [], known: [] }]")).toEqual([all, all]);
});

test.each([
  ["one that has a variable", "security: [{ known: [] }]"],
  ["another alternative", "security: [{ known: [] }, { bearerAuth: [] }]"],
  ["none at all", "security: []"],
  ["none at first", "security: [{}, { bearerAuth: [] }]"],
])("asks for no credential that is not needed: %s", (_name, security) => {
  expect(example(security)).toEqual([options(""), options("")]);
});

test("goes by what the operation asks for", () => {
  expect(example("security: [{ bearerAuth: [] }]", "{ security: [] }")).toEqual([
    token,
    options(""),
  ]);
  expect(example("", "{ security: [{ bearerAuth: [] }] }")).toEqual([token, token]);
});

test.each([
  ["[]", '{ baseUrl: "https://YOUR_HOST" }'],
  ["[{ url: /api/v2 }]", '{ baseUrl: "https://YOUR_HOST/api/v2" }'],
])("gives a base URL where the document has none: %s", (servers, text) => {
  expect(example("", "{}", servers)[0]).toBe(text);
});
