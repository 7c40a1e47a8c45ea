import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

const sensitive = (rest: string) => modelOf(document(rest)).model.sensitive;

test.each(["path", "query", "header", "cookie"])(
  "knows marked parameters in %s by name",
  (place) => {
    const marked = [
      "{ name: a, in: PLACE, required: true, x-sensitive: true, schema: { type: string } }",
      "{ name: b, in: PLACE, required: true, schema: { type: string, format: password } }",
      "{ name: c, in: PLACE, required: true, content: { application/json: { schema: { x-sensitive: true } } } }",
      "{ $ref: '#/components/parameters/D' }",
      "{ name: e, in: PLACE, required: true, schema: { type: string } }",
    ];
    const shared =
      "components: { parameters: { D: { name: d, in: PLACE, required: true, schema: { $ref: '#/components/schemas/Key' } } }, schemas: { Key: { type: string, format: password } } }";
    const text = `paths: { '/{a}/{b}/{c}/{d}/{e}': { get: { parameters: [${marked.join(", ")}], responses: { 204: {} } } } }\n${shared}\n`;
    expect(sensitive(text.replaceAll("PLACE", place))).toEqual(["a", "b", "c", "d"]);
  },
);

test("knows properties wherever they stand, and response headers", () => {
  const schema =
    "{ properties: { a: { format: password }, b: { items: { format: password } }, c: { properties: { d: { x-sensitive: true } } }, e: { type: string } } }";
  const answer = `{ headers: { H: { x-sensitive: true } }, content: { application/json: { schema: ${schema} } } }`;
  expect(sensitive(`paths: { /a: { get: { responses: { 200: ${answer} } } } }\n`)).toEqual([
    "H",
    "a",
    "b",
    "d",
  ]);
});
