import { expect, test } from "vitest";
import { checkDocument } from "../../src/check/check-document.js";
import { findDiscriminators } from "../../src/emit/discriminators.js";
import { get } from "../../src/load/data.js";
import { resolvePointer } from "../../src/load/json-pointer.js";
import { normalise } from "../../src/normalise/normalise.js";
import { formatProblem } from "../../src/problem.js";
import { bundleTexts, document, schemas, type Texts } from "../support/stages.js";

/** A document after the checks have mended it, and the warnings. */
function lenient(given: Texts | string) {
  const texts = typeof given === "string" ? { "api.yaml": given } : given;
  const { document: bundled, report } = bundleTexts(texts, true);
  checkDocument(bundled, report);
  const at = (pointer: string) => resolvePointer(bundled.root, pointer);
  return { at, problems: report.problems.map(formatProblem) };
}

const OK = "responses: { 204: { description: Done } }";

test("a schema that leads nowhere is unknown, other things are left out", () => {
  const { at, problems } = lenient(
    document(`paths:
  /a:
    get:
      parameters: [{ $ref: "#/components/parameters/No" }, { name: q, in: query }]
      requestBody: { $ref: no.yaml }
      responses:
        204: { description: Done }
        404: { $ref: "#/components/responses/No" }
components:
  schemas:
    A: { $ref: "#/components/schemas/No", description: Kept }
    B: { properties: { c: { $ref: "../outside.yaml" } }, discriminator: { propertyName: c, mapping: { x: Nobody } } }
`),
  );
  expect(problems).toHaveLength(6);
  for (const problem of problems) expect(problem).toMatch(/^warning: api\.yaml:\d+:\d+ #\//);
  expect(problems[3]).toBe(
    'warning: api.yaml:14:16 #/components/schemas/A/$ref: The reference "#/components/schemas/No" leads nowhere. It is read as unknown. Define what it names, or correct the name.',
  );
  expect(at("/components/schemas/A")).toEqual({ description: "Kept" });
  expect(at("/components/schemas/B/properties/c")).toEqual({});
  expect(at("/components/schemas/B/discriminator/mapping")).toBeUndefined();
});

test("a mapping that is lost in part tells no schema by its name", () => {
  const ref = (name: string) => `{ $ref: "#/components/schemas/${name}" }`;
  const { document: bundled, report } = bundleTexts(
    {
      "api.yaml": schemas(`
U: { oneOf: [${ref("A")}, ${ref("B")}], discriminator: { propertyName: kind, mapping: { a: Gone, b: B } } }
A: { type: object, properties: { kind: { type: string } } }
B: { type: object, properties: { kind: { type: string } } }`),
    },
    true,
  );
  const found = findDiscriminators(normalise(bundled, undefined, report));
  expect([...found.values()]).toEqual([[{ property: "kind", values: [] }]]);
});

test("a file with broken syntax stays an error", () => {
  const { problems } = lenient({
    "api.yaml": schemas('A: { $ref: "b.yaml" }'),
    "b.yaml": "a: [",
  });
  expect(problems).toEqual([
    expect.stringMatching(/^api\.yaml:7:\d+ #.* Mend this first: b\.yaml:1:/),
  ]);
});

test("operations, paths and parameters lose what is wrong with them", () => {
  const { at, problems } = lenient(
    document(`paths:
  /a:
    parameters: [{ name: no, in: path, required: true }, { name: q, in: qury }, { in: query }]
    get: { operationId: same, ${OK} }
    put: { operationId: same, ${OK} }
    post: { operationId: 5, ${OK} }
  b: { get: { ${OK} } }
`),
  );
  expect(problems.filter((problem) => !problem.startsWith("warning: "))).toEqual([]);
  expect(at("/paths/~1a/parameters")).toEqual([{}, {}]);
  expect(at("/paths/~1a/get/operationId")).toBe("same");
  expect(at("/paths/~1a/put")).not.toHaveProperty("operationId");
  expect(at("/paths/~1a/post")).not.toHaveProperty("operationId");
  expect(at("/paths")).not.toHaveProperty("b");
});

test("security loses schemes and requirements that say nothing", () => {
  const { at, problems } = lenient(
    document(`security: [{ gone: [] }]
paths:
  /a: { get: { security: [{ key: [], gone: [] }, { odd: [] }], ${OK} }, put: { security: 5, ${OK} } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: K }
    odd: { type: apiKey, in: nowhere, name: K }
`),
  );
  expect(problems.filter((problem) => !problem.startsWith("warning: "))).toEqual([]);
  expect(Object.keys(at("/components/securitySchemes") as object)).toEqual(["key"]);
  expect(at("/paths/~1a/get/security")).toEqual([{ key: [] }]);
  expect(at("/paths/~1a/put")).not.toHaveProperty("security");
  expect(at("")).not.toHaveProperty("security");
});

test("structure, title and circles", () => {
  const { at, problems } = lenient(`openapi: 3.0.0
components:
  schemas:
    A: { properties: 5, allOf: [7, { type: object }] }
    B: { allOf: [{ $ref: "#/components/schemas/C" }] }
    C: { oneOf: [{ $ref: "#/components/schemas/B" }] }
    D: { $ref: "#/components/schemas/E" }
    E: { $ref: "#/components/schemas/D" }
`);
  expect(problems.filter((problem) => !problem.startsWith("warning: "))).toEqual([]);
  expect(at("/info/title")).toBe("API");
  expect(get(at("/components"), "schemas")).toEqual({
    A: { allOf: [{}, { type: "object" }] },
    B: {},
    C: { oneOf: [{ $ref: "#/components/schemas/B" }] },
    D: {},
    E: { $ref: "#/components/schemas/D" },
  });
});

test("components or webhooks alone are a document of OpenAPI 3.1", () => {
  const head = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
  expect(lenient(`${head}components: {}`).problems).toEqual([]);
  expect(lenient(`${head}webhooks: {}`).problems).toEqual([]);
  expect(lenient(`${head.replace("3.1", "3.0")}components: {}`).problems).toHaveLength(1);
});
