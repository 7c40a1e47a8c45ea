import { expect, test } from "vitest";
import { document, modelOf } from "../support/stages.js";

const paths = (body: string, method = "get", more = "") =>
  document(`
paths:
  /pets:
    ${method}:
      operationId: findPets
      requestBody: ${body}
      responses: { "204": { description: Done } }
${more}`);

const form = (schema: string) =>
  `{ content: { application/x-www-form-urlencoded: { schema: ${schema} } } }`;

test.each(["get", "head"])("leaves out the body of %s, which fetch does not send", (method) => {
  const body = form("{ type: object, properties: { name: { type: string } } }");
  const { model, warnings } = modelOf(paths(body, method));
  expect(model.operations[0]?.body).toBeUndefined();
  expect(warnings()).toEqual([
    `warning: api.yaml:9:20 #/paths/~1pets/${method}/requestBody: A ${method.toUpperCase()} request can't have a body, so that this one is left out. Describe parameters instead, or use another method.`,
  ]);
});

test.each(["{ type: object, properties: {} }", "{}", "{ $ref: '#/components/schemas/Nothing' }"])(
  "says nothing of an empty one: %s",
  (schema) => {
    const nothing = "components: { schemas: { Nothing: { type: object } } }";
    const { model, warnings } = modelOf(paths(form(schema), "get", nothing));
    expect(model.operations[0]?.body).toBeUndefined();
    expect(warnings()).toEqual([]);
  },
);

test.each(["{ type: string }", "{ allOf: [{ type: object }] }"])("warns of %s", (schema) => {
  expect(modelOf(paths(form(schema))).warnings()).toHaveLength(1);
});

test.each(["delete", "options", "post"])("keeps the body of %s", (method) => {
  const { model, warnings } = modelOf(paths(form("{ type: object }"), method));
  expect(model.operations[0]?.body).toBeDefined();
  expect(warnings()).toEqual([]);
});

test("keeps what another schema takes from such a body", () => {
  const body = form("{ type: object, properties: { name: { type: string, minLength: 2 } } }");
  const pointer =
    "#/paths/~1pets/get/requestBody/content/application~1x-www-form-urlencoded/schema/properties/name";
  const { model } = modelOf(
    paths(body, "get", `components: { schemas: { Name: { $ref: "${pointer}" } } }`),
  );
  expect([...model.schemas.values()].map(({ schema }) => schema)).toContainEqual({
    type: "string",
    minLength: 2,
  });
});
