import { expect, test } from "vitest";
import { holdsOnly } from "../../src/normalise/read-body-credentials.js";
import { document, modelOf } from "../support/stages.js";

const SECRET = "properties: { secret: {} }";
const SCHEMES =
  "securitySchemes: { secret: { type: apiKey, in: header, name: X-Secret, x-body-field: secret } }";

interface Given {
  readonly schema: string;
  readonly components?: string;
  readonly security?: string;
  readonly mediaType?: string;
}

/** What the request's forms of the components `A`, `B` and of the inline body lack. */
function lacking({ schema, components = "", security, mediaType = "application/json" }: Given) {
  const own = security === undefined ? "" : `security: ${security}, `;
  const { model } = modelOf(
    document(
      `security: [{ secret: [] }]\npaths: { /a: { post: { ${own}requestBody: { content: { ${mediaType}: { schema: ${schema} } } }, responses: { 204: {} } } } }\ncomponents: { ${SCHEMES}, schemas: { ${components} } }`,
    ),
  );
  const names = new Map([...model.schemas.values()].map(({ name, schema: one }) => [one, name]));
  return Object.fromEntries(
    [...model.bodyCredentials].map(([found, fields]) => [
      names.get(found) ?? "inline",
      [...fields].join(),
    ]),
  );
}

const REF_A = '{ $ref: "#/components/schemas/A" }';

test.each<[string, Given, Record<string, string>]>([
  ["a body that stands inline", { schema: `{ ${SECRET} }` }, { inline: "secret" }],
  ["a component", { schema: REF_A, components: `A: { ${SECRET} }` }, { A: "secret" }],
  [
    "a part of a component",
    { schema: REF_A, components: `A: { allOf: [{ ${SECRET} }] }` },
    { inline: "secret" },
  ],
  [
    "a choice",
    { schema: `{ oneOf: [${REF_A}, {}] }`, components: `A: { ${SECRET} }` },
    { A: "secret" },
  ],
  [
    "what is required elsewhere than listed",
    { schema: `{ required: [secret], allOf: [${REF_A}] }`, components: "A: {}" },
    { inline: "secret" },
  ],
  [
    "a circle",
    { schema: REF_A, components: `A: { ${SECRET}, allOf: [${REF_A}] }` },
    { A: "secret" },
  ],
  ["a member's member not", { schema: `{ properties: { a: { ${SECRET} } } }` }, {}],
  ["an item's member not", { schema: `{ items: { ${SECRET} } }` }, {}],
  ["a body that is no JSON not", { schema: `{ ${SECRET} }`, mediaType: "multipart/form-data" }, {}],
  [
    "an operation that does without the credential not",
    { schema: `{ ${SECRET} }`, security: "[]" },
    {},
  ],
])("takes credentials out of the top of JSON bodies: %s", (_name, given, expected) => {
  expect(lacking(given)).toEqual(expected);
});

test("counts a component without its credentials as another form, and what uses it", () => {
  const { model } = modelOf(
    document(
      `security: [{ secret: [] }]\npaths: { /a: { post: { requestBody: { content: { application/json: { schema: ${REF_A} } } }, responses: { 204: {} } } } }\ncomponents: { ${SCHEMES}, schemas: { A: { ${SECRET} }, B: { items: ${REF_A} }, C: { ${SECRET} } } }`,
    ),
  );
  const differing = [...model.schemas.values()].filter(({ formsDiffer }) => formsDiffer);
  expect(differing.map(({ name }) => name)).toEqual(["A", "B"]);
});

test.each([
  [{ properties: { secret: {} }, required: ["secret"] }, true],
  [{ properties: { secret: {} }, additionalProperties: false }, true],
  [{ properties: { secret: {}, other: {} } }, false],
  [{ properties: { secret: {} }, additionalProperties: {} }, false],
  [{ properties: { secret: {} }, allOf: [{}] }, false],
])("knows whether anything is left: %j", (schema, expected) => {
  expect(holdsOnly(schema, new Set(["secret"]))).toBe(expected);
});
