import { expect, test } from "vitest";
import { checkVersion } from "../../src/check/check-version.js";
import { Report } from "../../src/check/report.js";
import { parseDocument } from "../../src/load/parse-document.js";
import { formatProblem } from "../../src/problem.js";

function check(text: string): string[] {
  const report = new Report();
  checkVersion(parseDocument(text, "/api.yaml", "api.yaml"), report);
  return report.problems.map(formatProblem);
}

test.each(["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.1.9", "3.2.0", "3.2.7"])(
  "reads OpenAPI %s",
  (version) => {
    expect(check(`openapi: ${version}`)).toEqual([]);
  },
);

test.each(['"2.0"', "2.0"])("reads Swagger %s", (version) => {
  expect(check(`swagger: ${version}`)).toEqual([]);
});

const fix = "Give clientgen a document of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0.";
const convert = "Convert it to OpenAPI, or ask those whose API it is for an OpenAPI document.";
test.each([
  ["openapi: 4.0.0", `api.yaml:1:10 #/openapi: OpenAPI 4.0.0 is not supported. ${fix}`],
  ["openapi: 3.3.0", `api.yaml:1:10 #/openapi: OpenAPI 3.3.0 is not supported. ${fix}`],
  [
    "openapi: 3.1",
    'api.yaml:1:10 #/openapi: The version 3.1 is a number, for want of its last part. Write "openapi: 3.1.0".',
  ],
  [
    "openapi: 3.0",
    'api.yaml:1:10 #/openapi: The version 3 is a number, for want of its last part. Write "openapi: 3.0.0".',
  ],
  ["openapi: 3.3", `api.yaml:1:10 #/openapi: OpenAPI 3.3 is not supported. ${fix}`],
  ['swagger: "1.2"', `api.yaml:1:10 #/swagger: Swagger 1.2 is not supported. ${fix}`],
  ["info: {}", 'api.yaml:1:1 #: The field "openapi" is missing. Add "openapi: 3.1.0".'],
  [
    "name: my-app\ndependencies: {}",
    'api.yaml:1:1 #: This is no OpenAPI document: it has neither "openapi" nor "paths". Name the document that describes the API.',
  ],
  ["asyncapi: 3.0.0\ninfo: {}", `api.yaml:1:1 #: This is an AsyncAPI document. ${convert}`],
  [
    "info: { schema: https://schema.getpostman.com/json/collection/v2.1.0/collection.json }",
    `api.yaml:1:1 #: This is a Postman collection. ${convert}`,
  ],
  ["- a", `api.yaml:1:1 #: This is not an OpenAPI document: its root is not a map. ${fix}`],
  ["a text", `api.yaml:1:1 #: This is not an OpenAPI document: its root is not a map. ${fix}`],
])("refuses %s", (text, line) => {
  expect(check(text)).toEqual([line]);
});
