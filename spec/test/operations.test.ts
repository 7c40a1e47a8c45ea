import { describe, expect, test } from "vitest";
import { bundle, documentNames } from "./support/bundle.ts";
import { operationsOf, schemaOf } from "./support/open-api.ts";
import { OPERATIONS } from "./support/upstream-facts.ts";
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
    for (const { operation, method } of operationsOf(document)) {
      const { operationId, requestBody, responses } = operation;
      const needs = (what: string) => `${operationId} needs ${what} (README.md, Add an operation)`;
      expect(method, needs("the method post")).toBe("post");
      expect(requestBody?.required, needs("a requestBody with required: true")).toBe(true);
      const types = Object.keys(requestBody?.content ?? {});
      expect(types, needs("a JSON body and no other")).toEqual(["application/json"]);
      const statuses = Object.keys(responses ?? {});
      expect(statuses, needs("the responses 200 and default")).toEqual(["200", "default"]);
      for (const [status, { content }] of Object.entries(responses ?? {})) {
        expect(Object.keys(content ?? {}), needs(`a JSON body for ${status}`)).toEqual([
          "application/json",
        ]);
      }
      expect(
        responses?.["default"]?.content?.["application/json"]?.schema,
        needs("PlaidError as the schema of default"),
      ).toEqual({ $ref: "#/components/schemas/PlaidError" });
    }
  });

  test("every answer, errors included, marks its request_id", () => {
    const roots = responseRoots(document);
    expect(roots.length).toBeGreaterThan(0);
    for (const { schema, pointer } of roots) {
      const component = schema.$ref?.split("/").at(-1);
      const shape = component === undefined ? schema : schemaOf(document, component);
      const advice = `write request_id as README.md, Marks, shows it, in ${component ?? "the schema"} at ${pointer}`;
      expect(shape.properties?.["request_id"], advice).toEqual({
        $ref: "#/components/schemas/RequestId",
        "x-request-id": true,
      });
    }
  });

  test("whatever a caller can hover over is described", () => {
    const operations = operationsOf(document).filter(
      ({ operation }) => !operation.summary || !operation.description,
    );
    expect(
      operations.map(({ operation, pointer }) => `${operation.operationId} at ${pointer}`),
    ).toBeNone("Give these operations a summary and a description:");
    // The parts of a list or an intersection are not hovered over: their owner is.
    const schemas = allSchemas(document).filter(
      ({ schema, pointer }) =>
        !schema.$ref && !schema.description && !/\/(items|allOf\/\d+)$/.test(pointer),
    );
    expect(schemas.map(({ pointer }) => pointer)).toBeNone("Give these schemas a description:");
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
    expect(unexplained).toBeNone(
      'Explain these in the schema\'s description, each as a line "- `VALUE`: ...":',
    );
  });
});

test("an operation that is not safe to repeat names one that reads", () => {
  const operations = operationsOf(bundle("customer")).map(({ operation }) => operation);
  const reads = operations.filter((operation) => operation["x-idempotent"] === true);
  const readers = new Set(reads.map(({ operationId }) => operationId));
  const unsafe = operations.filter((operation) => !reads.includes(operation));
  expect(unsafe).not.toEqual([]);
  expect(unsafe.filter((operation) => !readers.has(operation["x-outcome-check"] ?? ""))).toBeNone(
    "Write x-outcome-check, with the operationId of an operation that is safe to repeat:",
  );
  expect(
    unsafe.filter(
      ({ description = "", ...operation }) =>
        !description.includes(`\`${operation["x-outcome-check"]}\``),
    ),
  ).toBeNone("Say in the description what the operation of x-outcome-check tells:");
});

test("customer.yaml has the operations that Plaid publishes, the update first", () => {
  const document = bundle("customer");
  expect(document.openapi).toBe("3.1.0");
  expect(document.info).toMatchObject({ "x-client-name": "customer", "x-env-prefix": "PLAID" });
  const operations = operationsOf(document).map(({ operation, method, path }) => ({
    operationId: operation.operationId,
    call: `${method} ${path}`,
    idempotent: operation["x-idempotent"] ?? false,
  }));
  expect(
    operations,
    "customer.yaml has other operations, or in another order, than OPERATIONS in test/support/upstream-facts.ts: bring the two together",
  ).toEqual(OPERATIONS);
});
