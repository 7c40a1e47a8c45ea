import { expect, test } from "vitest";
import { judgeTexts } from "./cases/judge-texts.js";

test("what many operations share is told once, with their number", () => {
  const shared = (type: string) => `openapi: 3.1.0
info: { title: Test, version: "1" }
paths:
${["a", "b", "c"].map((name) => `  /${name}: { get: { operationId: ${name}, responses: { "200": { content: { application/json: { schema: { $ref: "#/components/schemas/S" } } } }, "404": { $ref: "#/components/responses/Gone" } } } }`).join("\n")}
components:
  schemas: { S: { type: object, properties: { id: { type: ${type} } } } }
  responses: { Gone: { description: Gone, content: { application/json: { schema: { type: object, properties: { code: { type: ${type} } } } } } } }
`;
  expect(
    judgeTexts(shared("string"), shared("integer")).map(({ message, operation }) => [
      message,
      operation,
    ]),
  ).toEqual([
    ["In the response of a and 2 other operations, `id` is integer instead of string.", "a"],
    ["In the response 404 of a and 2 other operations, `code` is integer instead of string.", "a"],
  ]);
});

test("what is said of all operations is told once", () => {
  const path = (name: string, status: string) =>
    `  /${name}: { get: { operationId: ${name}, responses: { ${status}: { $ref: "#/components/responses/Any" } } } }`;
  const all = (status: string, rest: string) => `openapi: 3.1.0
info: { title: Test, version: "1" }
paths:
${["a", "b", "c"].map((name) => path(name, status)).join("\n")}
components:
  responses: { Any: { description: Any } }
  securitySchemes: { token: { type: http, scheme: bearer } }
${rest}`;
  const changes = judgeTexts(all("404", ""), all("429", "security: [{ token: [] }]\n"));
  expect(changes.map(({ message }) => message)).toEqual([
    "In the request of a and 2 other operations, credentials are needed: token.",
    "a and 2 other operations are no longer answered with 404.",
    "a and 2 other operations may be answered with 429, too.",
  ]);
});
