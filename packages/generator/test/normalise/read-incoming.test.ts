import { expect, test } from "vitest";
import { document, modelOf, planOf } from "../support/stages.js";

const body = (schema: string) =>
  `requestBody: { content: { application/json: { schema: ${schema} } } }, responses: {}`;

test("reads webhooks and callbacks", () => {
  const { model } = modelOf(
    document(`paths:
  /a:
    post:
      operationId: a
      responses: {}
      callbacks:
        x-note: { text: no callback }
        done: { "{$request.body#/url}": { put: { ${body("{ type: string }")} }, x-note: {} }, x-note: {} }
webhooks:
  one: { summary: One, post: { deprecated: true, ${body("{ type: object }")} }, get: { responses: {} } }
  two: { $ref: "#/components/pathItems/Two" }
components: { pathItems: { Two: { post: { operationId: receiveTwo, ${body("{}")} } } } }`),
  );
  expect(model.webhooks).toMatchObject([
    {
      name: "one",
      method: "POST",
      summary: "One",
      deprecated: true,
      payload: { mediaType: "application/json", schema: { type: "object" } },
    },
    { name: "one", id: "one", method: "GET", payload: undefined },
    { name: "two", id: "receiveTwo", named: true, payload: { schema: {} } },
  ]);
  expect(model.operations[0]?.callbacks).toMatchObject([
    { name: "done", method: "PUT", path: "{$request.body#/url}" },
  ]);
});

test("reads the methods of OpenAPI 3.2, too", () => {
  const webhooks = `webhooks: { one: { query: { ${body("{}")} }, additionalOperations: { COPY: { ${body("{}")} } } } }`;
  const methods = (version?: string) =>
    modelOf(document(`paths: {}\n${webhooks}`, version)).model.webhooks.map(({ method }) => method);
  expect(methods("3.2.0")).toEqual(["QUERY", "COPY"]);
  expect(methods()).toEqual([]);
});

test("keeps of a part of the document what is asked for, and the schemas that it reaches", () => {
  const { model } = modelOf(
    document(`paths: {}
webhooks:
  one: { post: { ${body('{ $ref: "#/components/schemas/One" }')} } }
  two: { post: { ${body('{ $ref: "#/components/schemas/Two" }')} } }
components: { schemas: { One: { type: object }, Two: { type: object } } }`),
    ({ id }) => id === "two",
  );
  expect(model.webhooks.map(({ name }) => name)).toEqual(["two"]);
  expect([...model.schemas.keys()]).toEqual(["Two"]);
});

test("names payloads after their webhooks, and tells where a name is taken", () => {
  const { plan, warnings } = planOf(
    document(`paths: {}
webhooks:
  order.paid: { post: { ${body("{ type: object }")} } }
  orderPaidWebhook: { post: { ${body("{ type: object }")} } }
  same: { post: { ${body('{ $ref: "#/components/schemas/SameWebhook" }')} } }
components: { schemas: { SameWebhook: { type: object } } }`),
  );
  expect(plan.webhooks.map(({ payload }) => payload?.name)).toEqual([
    "OrderPaidWebhook",
    "OrderPaidWebhookType",
    "SameWebhook",
  ]);
  expect(warnings()).toEqual([
    expect.stringMatching(
      /#\/webhooks\/orderPaidWebhook\/post: The type OrderPaidWebhook .+ is exported as OrderPaidWebhookType/,
    ),
  ]);
});
