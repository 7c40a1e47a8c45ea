import { expect, test } from "vitest";
import { get } from "../../src/load/data.js";
import { resolvePointer } from "../../src/load/json-pointer.js";
import { formatProblem } from "../../src/problem.js";
import { bundleTexts, schemas, type Texts } from "../support/stages.js";

function at(texts: Texts, pointer: string): unknown {
  const { document, report } = bundleTexts(texts);
  const errors = report.problems.filter(({ severity }) => severity === "error");
  expect(errors.map(formatProblem)).toEqual([]);
  return resolvePointer(document.root, pointer);
}

function complaints(texts: Texts): string[] {
  return bundleTexts(texts).report.problems.map(formatProblem);
}

test("makes schemas of other files components, named by the last step of their pointer", () => {
  const components = at(
    {
      "api.yaml": schemas('A: { $ref: "parts/b.yaml#/defs/B" }\nC: { $ref: "parts/whole.yaml" }'),
      "parts/b.yaml": 'defs: { B: { properties: { next: { $ref: "#/defs/Other" } } }, Other: {} }',
      "parts/whole.yaml": "type: string",
    },
    "/components/schemas",
  );
  expect(components).toEqual({
    A: { $ref: "#/components/schemas/B" },
    C: { $ref: "#/components/schemas/whole" },
    B: { properties: { next: { $ref: "#/components/schemas/Other" } } },
    Other: {},
    whole: { type: "string" },
  });
});

test("gives a component of another file a free name", () => {
  const components = at(
    {
      "api.yaml": schemas('A: { $ref: "one.yaml#/A" }\nB: { $ref: "two.yaml#/A" }'),
      "one.yaml": "A: { type: string }",
      "two.yaml": "A: { type: number }",
    },
    "/components/schemas",
  );
  expect(components).toMatchObject({
    A: { $ref: "#/components/schemas/A2" },
    B: { $ref: "#/components/schemas/A3" },
    A2: { type: "string" },
    A3: { type: "number" },
  });
});

test("follows circles between files, and references back to the first file", () => {
  const components = at(
    {
      "api.yaml": schemas('Root: { $ref: "one.yaml#/One" }'),
      "one.yaml": 'One: { properties: { two: { $ref: "two.yaml#/Two" } } }',
      "two.yaml":
        'Two: { properties: { one: { $ref: "one.yaml#/One" }, root: { $ref: "api.yaml#/components/schemas/Root" } } }',
    },
    "/components/schemas",
  );
  expect(components).toEqual({
    Root: { $ref: "#/components/schemas/One" },
    One: { properties: { two: { $ref: "#/components/schemas/Two" } } },
    Two: {
      properties: {
        one: { $ref: "#/components/schemas/One" },
        root: { $ref: "#/components/schemas/Root" },
      },
    },
  });
});

const OPENAPI = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";

test("copies whole maps and lists that are kept in other files", () => {
  const texts = {
    "api.yaml": `${OPENAPI}servers: { $ref: servers.yaml }\npaths: { $ref: "paths.yaml#/all" }\ncomponents:\n  securitySchemes: { $ref: "security.yaml" }`,
    "servers.yaml": "- url: https://one.example\n",
    "paths.yaml": "all: { /a: { get: { responses: {} } } }",
    "security.yaml": "key: { type: apiKey, in: header, name: K }",
  };
  expect(at(texts, "/servers")).toEqual([{ url: "https://one.example" }]);
  expect(at(texts, "/paths")).toEqual({ "/a": { get: { responses: {} } } });
  expect(at(texts, "/components/securitySchemes/key/name")).toBe("K");
});

test("lets a description beside a reference win over the target's", () => {
  const texts = {
    "api.yaml": `${OPENAPI}paths: { /a: { get: { responses: { 200: { $ref: "r.yaml#/R", description: Mine } } } } }`,
    "r.yaml": "R: { description: Theirs, content: {} }",
  };
  expect(at(texts, "/paths/~1a/get/responses/200")).toEqual({ description: "Mine", content: {} });
});

test("leaves a $ref in an example, a default or an extension alone", () => {
  const texts = {
    "api.yaml": schemas(
      'A: { example: { $ref: "nowhere.yaml" }, default: { $ref: "#/no" }, enum: [{ $ref: x }], x-y: { $ref: z } }\nB: { properties: { $ref: { type: string } } }',
    ),
  };
  expect(at(texts, "/components/schemas/A")).toEqual({
    example: { $ref: "nowhere.yaml" },
    default: { $ref: "#/no" },
    enum: [{ $ref: "x" }],
    "x-y": { $ref: "z" },
  });
  expect(at(texts, "/components/schemas/B/properties/$ref")).toEqual({ type: "string" });
});

test("brings the mapping of a discriminator into one form", () => {
  const texts = {
    "api.yaml": schemas(
      'A: { discriminator: { propertyName: k, mapping: { b: B, c: "#/components/schemas/B", d: "other.yaml#/D" } } }\nB: {}',
    ),
    "other.yaml": "D: { type: object }",
  };
  expect(at(texts, "/components/schemas/A/discriminator/mapping")).toEqual({
    b: "#/components/schemas/B",
    c: "#/components/schemas/B",
    d: "#/components/schemas/D",
  });
});

test("decodes percent escapes of a reference once, and takes % in names as it is", () => {
  const texts = {
    "api.yaml": schemas(
      'A: { $ref: "#/components/schemas/a%20b" }\n"a b": {}\nC: { $ref: "#/components/schemas/50%25" }\n"50%": {}',
    ),
  };
  expect(at(texts, "/components/schemas/A/$ref")).toBe("#/components/schemas/a b");
  expect(at(texts, "/components/schemas/C/$ref")).toBe("#/components/schemas/50%");
});

test("knows for everything the file and line it came from", () => {
  const { document } = bundleTexts({
    "api.yaml": schemas('A: { $ref: "b.yaml#/B" }'),
    "b.yaml": "# a comment\nB:\n  type: object\n  properties:\n    c: { type: string }",
  });
  const b = resolvePointer(document.root, "/components/schemas/B") as object;
  expect(document.locate(b, "properties")).toEqual({
    file: "b.yaml",
    line: 5,
    column: 5,
    pointer: "/B/properties",
  });
  expect(document.locate(get(document.root, "components") as object)).toMatchObject({
    file: "api.yaml",
    line: 6,
  });
  expect(document.locate({})).toEqual({ file: "api.yaml" });
});

test("finds what a mapping names in a file that is no OpenAPI document", () => {
  const texts = {
    "api.yaml": schemas('A: { $ref: "pets.yaml#/defs/Pet" }\nHome: { type: object }'),
    "pets.yaml": `defs:
  Pet:
    oneOf: [{ $ref: "#/defs/Cat" }, { $ref: "cats/Lion.yaml" }]
    discriminator: { propertyName: k, mapping: { a: Cat, b: Lion, c: Home, d: "#/defs/Cat" } }
  Cat: { type: object }
`,
    "cats/Lion.yaml": "type: object",
  };
  expect(at(texts, "/components/schemas/Pet/discriminator/mapping")).toEqual({
    a: "#/components/schemas/Cat",
    b: "#/components/schemas/Lion",
    c: "#/components/schemas/Home",
    d: "#/components/schemas/Cat",
  });
});

test("follows anchors, dynamic references and schemas with an id", () => {
  const texts = {
    "api.yaml": schemas(`A: { $ref: "#here" }
B: { $ref: "other.yaml#there" }
C: { $ref: "https://ids.example/d.json" }
D: { $id: "https://ids.example/d.json", $defs: { E: { type: string } }, properties: { e: { $ref: "#/$defs/E" } } }
F: { $anchor: here, type: object }
G: { $dynamicAnchor: node, properties: { next: { $dynamicRef: "#node" } } }
H: { $ref: "https://ids.example/d.json#/$defs/E" }`),
    "other.yaml": "deep: { x: { $anchor: there, type: number } }",
  };
  expect(at(texts, "/components/schemas")).toMatchObject({
    A: { $ref: "#/components/schemas/F" },
    B: { $ref: "#/components/schemas/x" },
    C: { $ref: "#/components/schemas/D" },
    D: { properties: { e: { $ref: "#/components/schemas/E" } } },
    G: { properties: { next: { $ref: "#/components/schemas/G" } } },
    H: { $ref: "#/components/schemas/E" },
    x: { type: "number" },
  });
});

test("follows 20,000 schemas that lead into one another in another file", () => {
  const names = Array.from({ length: 20_000 }, (_, index) => index);
  const links = names.map(
    (index) => `S${index}: { properties: { n: { $ref: "#/S${index + 1}" } } }`,
  );
  const texts = {
    "api.yaml": schemas('A: { $ref: "chain.yaml#/S0" }'),
    "chain.yaml": [...links, "S20000: { type: string }"].join("\n"),
  };
  expect(at(texts, "/components/schemas/S20000")).toEqual({ type: "string" });
});

test("bounds what references between files unfold to", () => {
  const names = Array.from({ length: 10 }, (_, index) => `c${index}`);
  const level = (index: number) =>
    `l${index}: { /x: { get: { callbacks: { ${names.map((name) => `${name}: { $ref: "#/l${index + 1}" }`).join(", ")} } } } }`;
  const texts = {
    "api.yaml": `${OPENAPI}paths: { $ref: "bomb.yaml#/l0" }`,
    "bomb.yaml": [...Array.from({ length: 8 }, (_, index) => level(index)), "l8: {}"].join("\n"),
  };
  expect(() => bundleTexts(texts)).toThrow(
    /^bomb\.yaml:\d+:\d+ #\S+: The references between the files, written out, make more than 300000 objects/,
  );
});

test("bounds how many references come in a row", () => {
  const chain = (length: number) => ({
    "api.yaml": `${OPENAPI}paths: { /a: { parameters: [{ $ref: "chain.yaml#/p0" }] } }`,
    "chain.yaml": [
      ...Array.from({ length }, (_, index) => `p${index}: { $ref: "#/p${index + 1}" }`),
      `p${length}: { name: n, in: query }`,
    ].join("\n"),
  });
  expect(at(chain(99), "/paths/~1a/parameters/0/name")).toBe("n");
  expect(complaints(chain(5_000))).toEqual([
    "chain.yaml:100:14 #/p99/$ref: This reference leads on through more than 100 others. Refer to what it ends at. With --lenient it is left out.",
  ]);
});

test.each([
  [
    "a local reference",
    { "api.yaml": schemas('A: { $ref: "#/components/schemas/No" }') },
    'api.yaml:7:16 #/components/schemas/A/$ref: The reference "#/components/schemas/No" leads nowhere. Define what it names, or correct the name. With --lenient it is read as unknown.',
  ],
  [
    "a reference into another file",
    { "api.yaml": schemas('A: { $ref: "b.yaml#/No" }'), "b.yaml": "B: {}" },
    'api.yaml:7:16 #/components/schemas/A/$ref: The reference "b.yaml#/No" leads nowhere. Define what it names, or correct the name. With --lenient it is read as unknown.',
  ],
  [
    "an anchor",
    { "api.yaml": schemas('A: { $ref: "#here" }') },
    'api.yaml:7:16 #/components/schemas/A/$ref: The reference "#here" names an anchor that does not exist. Correct the name, or use a JSON pointer such as #/components/schemas/NAME. With --lenient it is read as unknown.',
  ],
  [
    "a broken file",
    { "api.yaml": schemas('A: { $ref: "b.yaml" }'), "b.yaml": "a: 1\na: 2" },
    'api.yaml:7:16 #/components/schemas/A/$ref: The reference "b.yaml" leads to a file that can\'t be used. Mend this first: b.yaml:2:1: The key "a" stands twice in one map. Keep one of the two.',
  ],
  [
    "a mapped name",
    { "api.yaml": schemas("A: { discriminator: { propertyName: k, mapping: { b: Bee } } }") },
    'api.yaml:7:58 #/components/schemas/A/discriminator/mapping/b: The reference "Bee" leads nowhere. Define what it names, or correct the name. With --lenient it is left out.',
  ],
  [
    "a circle between files",
    {
      "api.yaml": `${OPENAPI}paths: { /a: { $ref: "a.yaml" } }`,
      "a.yaml": '{ $ref: "b.yaml" }',
      "b.yaml": '{ $ref: "a.yaml" }',
    },
    "b.yaml:1:9 #/$ref: This reference leads back to itself. Break the circle. With --lenient it is left out.",
  ],
])("tells where %s goes wrong", (_name, texts, line) => {
  expect(complaints(texts as Texts)).toEqual([line]);
});
