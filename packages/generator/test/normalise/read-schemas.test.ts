import { expect, test } from "vitest";
import { isStringEnum } from "../../src/normalise/read-schemas.js";
import { document, modelOf } from "../support/stages.js";

function read(schemas: string, sends: string, gives: string) {
  const json = (name: string) =>
    `content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } }`;
  const { model } = modelOf(
    document(
      `paths: { /a: { post: { requestBody: { ${json(sends)} }, responses: { 200: { ${json(gives)} } } } } }\ncomponents: { schemas: { ${schemas} } }`,
    ),
  );
  return Object.fromEntries(
    [...model.schemas.values()].map(({ name, formsDiffer, directions }) => [
      name,
      [formsDiffer ? "differ" : "same", ...directions].join(" "),
    ]),
  );
}

const REF = (name: string) => `{ $ref: "#/components/schemas/${name}" }`;

test("finds what requests and responses reach, and whose forms differ", () => {
  expect(
    read(
      `In: { properties: { both: ${REF("Both")} } }, Out: { items: ${REF("Both")} }, Both: { allOf: [${REF("Leaf")}] }, Leaf: { properties: { id: { readOnly: true } } }, Plain: { type: string }, Kind: { enum: [a] }, Uses: { properties: { kind: ${REF("Kind")} } }`,
      "In",
      "Out",
    ),
  ).toEqual({
    In: "differ request",
    Out: "differ response",
    Both: "differ request response",
    Leaf: "differ request response",
    Plain: "same response",
    Kind: "differ response",
    Uses: "differ response",
  });
});

test("gives a response form to what a schema that none reaches refers to", () => {
  expect(
    read(
      `In: { properties: { part: ${REF("Part")} } }, Out: {}, Part: { properties: { id: { readOnly: true } } }, Alone: { properties: { part: ${REF("Part")} } }`,
      "In",
      "Out",
    ),
  ).toMatchObject({ Part: "differ request response", Alone: "differ response" });
});

test("does not stumble over circles", () => {
  expect(
    read(
      `A: { properties: { a: ${REF("A")}, b: ${REF("B")} } }, B: { items: ${REF("A")} }`,
      "A",
      "B",
    ),
  ).toEqual({
    A: "same request response",
    B: "same request response",
  });
});

test.each([
  [{ enum: ["a", "b"] }, true],
  [{ enum: ["a", null] }, true],
  [{ enum: [null] }, false],
  [{ enum: ["a", 1] }, false],
  [{ enum: [] }, false],
  [{ enum: "a" }, false],
  [{}, false],
])("tells string enums from others: %j", (schema, is) => {
  expect(isStringEnum(schema)).toBe(is);
});
