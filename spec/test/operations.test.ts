import { describe, expect, test } from "vitest";
import { bundle, documentNames } from "./support/bundle.ts";
import { operationsOf, schemaOf } from "./support/open-api.ts";
import { allSchemas, responseRoots } from "./support/walk-schemas.ts";

describe.each(documentNames())("%s.yaml", (name) => {
  const document = bundle(name);

  test("has Plaid's two servers, by name", () => {
    expect(document.servers.map((server) => [server["x-name"], server.url])).toEqual([
      ["production", "https://production.plaid.com"],
      ["sandbox", "https://sandbox.plaid.com"],
    ]);
  });

  test("sends client ID, secret and version with every call", () => {
    expect(document.security).toEqual([{ clientId: [], secret: [], plaidVersion: [] }]);
    expect(document.components.securitySchemes).toMatchObject({
      clientId: {
        type: "apiKey",
        in: "header",
        name: "PLAID-CLIENT-ID",
        "x-env": "PLAID_CLIENT_ID",
      },
      secret: { type: "apiKey", in: "header", name: "PLAID-SECRET", "x-env": "PLAID_SECRET" },
      plaidVersion: { type: "apiKey", in: "header", name: "Plaid-Version" },
    });
    const { secret, plaidVersion } = document.components.securitySchemes;
    expect(secret?.["x-sensitive"]).toBe(true);
    expect(plaidVersion?.["x-default"]).toBe(document.info.version);
  });

  test("every operation requires a JSON body and answers 200 or the shared error", () => {
    for (const { operation } of operationsOf(document)) {
      expect(operation.requestBody.required).toBe(true);
      expect(Object.keys(operation.requestBody.content)).toEqual(["application/json"]);
      expect(Object.keys(operation.responses)).toEqual(["200", "default"]);
      expect(operation.responses["default"]?.content).toMatchObject({
        "application/json": { schema: { $ref: "#/components/schemas/PlaidError" } },
      });
    }
  });

  test("every answer, errors included, marks its request_id", () => {
    const roots = responseRoots(document);
    expect(roots.length).toBeGreaterThan(0);
    for (const { schema, pointer } of roots) {
      const component = schema.$ref?.split("/").at(-1) ?? "";
      expect(schemaOf(document, component).properties?.["request_id"], pointer).toEqual({
        $ref: "#/components/schemas/RequestId",
        "x-request-id": true,
      });
    }
  });

  test("whatever a caller can hover over is described", () => {
    const operations = operationsOf(document).filter(
      ({ operation }) => !operation.summary || !operation.description,
    );
    expect(operations.map(({ pointer }) => pointer)).toEqual([]);
    // The parts of a list or an intersection are not hovered over: their owner is.
    const schemas = allSchemas(document).filter(
      ({ schema, pointer }) =>
        !schema.$ref && !schema.description && !/\/(items|allOf\/\d+)$/.test(pointer),
    );
    expect(schemas.map(({ pointer }) => pointer)).toEqual([]);
  });

  test("an enum's description explains each value", () => {
    // Their names are all there is to say in this document: README.md tells why.
    const exempt = new Set(["Product", "PlaidErrorType"]);
    const unexplained = Object.entries(document.components.schemas)
      .filter(([component]) => !exempt.has(component))
      .flatMap(([component, schema]) =>
        (schema.enum ?? Object.keys(schema.properties ?? {}).filter((key) => /^[A-Z_]+$/.test(key)))
          .filter((value) => !schema.description?.includes(`- \`${value}\``))
          .map((value) => `${component}: ${value}`),
      );
    expect(unexplained).toEqual([]);
  });
});

test("customer.yaml has the four operations, the update first", () => {
  const document = bundle("customer");
  expect(document.openapi).toBe("3.1.0");
  expect(document.info).toMatchObject({ "x-client-name": "customer", "x-env-prefix": "PLAID" });
  expect(
    operationsOf(document).map(({ operation, method, path }) => [
      operation.operationId,
      `${method} ${path}`,
      operation["x-idempotent"] ?? false,
    ]),
  ).toEqual([
    ["updateCustomer", "post /beta/partner/customer/v1/update", true],
    ["createCustomer", "post /beta/partner/customer/v1/create", false],
    ["getCustomer", "post /beta/partner/customer/v1/get", true],
    ["enableCustomer", "post /beta/partner/customer/v1/enable", false],
  ]);
});
