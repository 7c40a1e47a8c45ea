import { expect, test } from "vitest";
import { loadDocument, pointer } from "../src/document.ts";

test("reads operations, credentials and fixed headers from the document", () => {
  const document = loadDocument();
  expect(document.operations.map(({ path }) => path)).toEqual(
    Object.keys(Object(document.root["paths"])),
  );
  expect(document.operations).toContainEqual({
    operationId: "updateCustomer",
    path: "/beta/partner/customer/v1/update",
    summary: "Update an end customer",
    requestSchema:
      "/paths/~1beta~1partner~1customer~1v1~1update/post/requestBody/content/application~1json/schema",
  });
  expect(document.credentials).toEqual([
    { scheme: "clientId", header: "PLAID-CLIENT-ID", bodyField: "client_id" },
    { scheme: "secret", header: "PLAID-SECRET", bodyField: "secret" },
  ]);
  expect(document.fixedHeaders).toEqual([{ name: "Plaid-Version", value: "2020-09-14" }]);
});

test("pointers escape what would end a segment", () => {
  expect(pointer("paths", "/a/{b}~c", "post")).toBe("/paths/~1a~1%7Bb%7D~0c/post");
});
