import { describe, expect, test } from "vitest";
import { judgeTexts, rulesOf, withOperation, withValue } from "./cases/judge-texts.js";

const components = (schemas: string) => `components: { schemas: { ${schemas} } }\n`;
const OBJECT =
  "{ type: object, required: [name], properties: { name: { type: string }, age: { type: integer } } }";

describe("what means the same is the same", () => {
  test.each([
    ["nullable: true", "{ type: string, nullable: true }", '{ type: [string, "null"] }'],
    [
      "null as an alternative",
      "{ type: string, nullable: true }",
      '{ oneOf: [{ type: string }, { type: "null" }] }',
    ],
    [
      "a nullable reference",
      "{ nullable: true, allOf: [{ $ref: '#/components/schemas/A' }] }",
      "{ anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] }",
    ],
    [
      "exclusiveMinimum",
      "{ type: number, minimum: 3, exclusiveMinimum: true }",
      "{ type: number, exclusiveMinimum: 3 }",
    ],
    ["integers above 0", "{ type: integer, exclusiveMinimum: 0 }", "{ type: integer, minimum: 1 }"],
    ["examples", "{ type: string, example: a }", "{ type: string, examples: [a] }"],
    [
      "types as alternatives",
      "{ type: [string, integer] }",
      "{ anyOf: [{ type: integer }, { type: string }] }",
    ],
    [
      "values as alternatives",
      "{ type: string, enum: [a, b] }",
      "{ oneOf: [{ const: b, title: B }, { const: a, title: A }] }",
    ],
    ["a list of one value", "{ enum: [a] }", "{ const: a }"],
    [
      "allOf",
      OBJECT,
      "{ allOf: [{ type: object, required: [name], properties: { name: { type: string } } }, { properties: { age: { type: integer } } }] }",
    ],
    ["an alternative alone", OBJECT, `{ oneOf: [${OBJECT}] }`],
    [
      "alternatives of alternatives",
      `{ oneOf: [{ oneOf: [${OBJECT}, { type: string }] }, { type: boolean }] }`,
      `{ oneOf: [{ type: boolean }, ${OBJECT}, { type: string }] }`,
    ],
    ["a type that goes without saying", OBJECT, OBJECT.replace("type: object, ", "")],
    ["further properties", OBJECT, OBJECT.replace("{", "{ additionalProperties: true,")],
    ["a length of 0", "{ type: string, minLength: 0 }", "{ type: string }"],
    ["a pattern of anything", "{ type: string, pattern: '.*' }", "{ type: string }"],
    [
      "the order of properties",
      "{ type: string, enum: [a, b], x-extensible-enum: [a, b] }",
      "{ enum: [b, a], x-extensible-enum: [b, a], type: string }",
    ],
    [
      "a schema under another name",
      "{ $ref: '#/components/schemas/A' }",
      "{ $ref: '#/components/schemas/B' }",
    ],
    [
      "a schema in place",
      "{ $ref: '#/components/schemas/A' }",
      "{ type: object, properties: { a: { type: string } } }",
    ],
  ])("%s", (_what, old, now) => {
    const rest = components(
      "A: { type: object, properties: { a: { type: string } } }, B: { type: object, properties: { a: { type: string } } }",
    );
    expect(judgeTexts(withValue(old, "3.0.3", rest), withValue(now, "3.1.0", rest))).toEqual([]);
    expect(judgeTexts(withValue(now, "3.1.0", rest), withValue(old, "3.0.3", rest))).toEqual([]);
  });

  const at = (path: string, rest = "", server = "https://a.example") =>
    `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\nservers: [{ url: ${server} }]\npaths: { ${path}: { get: { ${rest} responses: { "200": {} } } } }\n`;

  test("names of path parameters", () => {
    const named = (name: string) =>
      at(
        `"/a/{${name}}/b"`,
        `parameters: [{ in: path, name: ${name}, required: true, schema: { type: string } }],`,
      );
    expect(judgeTexts(named("x"), named("y"))).toEqual([]);
  });

  test("parameters of a path and of its operation", () => {
    const parameters = "parameters: [{ in: query, name: q, schema: { type: string } }]";
    const ofPath = at("/a").replace("{ get:", `{ ${parameters}, get:`);
    expect(judgeTexts(ofPath, at("/a", `${parameters},`))).toEqual([]);
  });

  test("a part of the server's path that moved to the paths", () => {
    const [old, now] = [at("/a", "", "https://a.example/v1"), at("/v1/a")];
    expect(judgeTexts(old, now)).toEqual([]);
    expect(judgeTexts(now, old)).toEqual([]);
  });

  test("a document in several files, whose changes are told where they are", () => {
    const whole = withValue("{ type: object, properties: { id: { type: string, maxLength: 9 } } }");
    const split = (most: number) => ({
      "new.yaml": withValue("{ $ref: 'parts.yaml#/Value' }"),
      "parts.yaml": `Value: { type: object, properties: { id: { type: string, maxLength: ${most} } } }\n`,
    });
    expect(judgeTexts(whole, split(9))).toEqual([]);
    expect(judgeTexts(split(9), whole)).toEqual([]);
    expect(judgeTexts(whole, split(8))).toMatchObject([
      {
        rule: "request-limit-tightened",
        old: { file: "old.yaml", line: 7 },
        new: { file: "parts.yaml", line: 1, pointer: "/Value/properties/id/maxLength" },
      },
      { rule: "response-limit-tightened" },
    ]);
  });

  test("a security scheme under another name", () => {
    const named = (name: string) =>
      withOperation(
        `security: [{ ${name}: [] }], responses: {}`,
        `components: { securitySchemes: { ${name}: { type: http, scheme: bearer } } }`,
      );
    expect(judgeTexts(named("a"), named("b"))).toEqual([]);
  });
});

describe("alternatives", () => {
  const rest = (cat: string) =>
    components(
      `Cat: { type: object, properties: { lives: { type: ${cat} } } }, Dog: { type: object, properties: { barks: { type: boolean } } }, Same: { type: object, properties: { barks: { type: boolean } } }`,
    );
  const union = (...names: string[]) =>
    `{ oneOf: [${names.map((name) => `{ $ref: "#/components/schemas/${name}" }`).join(", ")}] }`;
  const one = (names: string[], cat = "integer") => withValue(union(...names), "3.1.0", rest(cat));

  test("are found by their names, in any order", () => {
    expect(judgeTexts(one(["Cat", "Dog"]), one(["Dog", "Cat"]))).toEqual([]);
    expect(judgeTexts(one(["Cat", "Dog"]), one(["Dog", "Cat"], "number"))).toMatchObject([
      {
        rule: "request-type-widened",
        message: "In the request of makeThing, `value.lives` is number instead of integer.",
      },
      { rule: "response-type-widened" },
    ]);
  });

  test("are found by what they are where they have another name", () => {
    expect(judgeTexts(one(["Cat", "Dog"]), one(["Cat", "Same"]))).toEqual([]);
  });

  test("count as often as they are there", () => {
    expect(rulesOf(one(["Cat", "Dog", "Same"]), one(["Cat", "Dog"]))).toEqual([
      "request-form-removed",
      "response-form-removed",
    ]);
  });

  test("count as often as they are there, where one alone is left or was", () => {
    expect(rulesOf(one(["Dog", "Same"]), one(["Dog"]))).toEqual([
      "request-form-removed",
      "response-form-removed",
    ]);
    expect(rulesOf(one(["Dog"]), one(["Dog", "Same"]))).toEqual([
      "request-form-added",
      "response-form-added",
    ]);
  });

  test("share what the schema says besides", () => {
    const both = (most: number) =>
      withValue(
        `{ type: object, properties: { id: { type: string, maxLength: ${most} } }, oneOf: [{ required: [id], properties: { a: {} } }, { properties: { b: {} } }] }`,
      );
    expect(judgeTexts(both(9), both(8)).map(({ rule, message }) => [rule, message])).toEqual([
      [
        "request-limit-tightened",
        "In the request of makeThing, `value.id` has maxLength 8 instead of 9.",
      ],
      [
        "response-limit-tightened",
        "In the response of makeThing, `value.id` has maxLength 8 instead of 9.",
      ],
    ]);
  });

  test("a value that fits two alternatives of a oneOf fits none of them", () => {
    const old = withValue("{ type: object, required: [a, b], properties: { a: {}, b: {} } }");
    const now = (keyword: string) =>
      withValue(
        `{ ${keyword}: [{ type: object, required: [a], properties: { a: {}, b: {} } }, { type: object, required: [b], properties: { a: {}, b: {} } }] }`,
      );
    expect(rulesOf(old, now("oneOf"))).toContain("request-forms-introduced");
    expect(rulesOf(old, now("anyOf"))).toContain("request-forms-split");
  });
});

test("a schema in a circle ends, and what became of it is told once", () => {
  const tree = (format: string) =>
    withValue(
      "{ $ref: '#/components/schemas/Tree' }",
      "3.1.0",
      components(
        `Tree: { type: object, properties: { id: { type: string, ${format} }, left: { $ref: "#/components/schemas/Tree" }, more: { type: array, items: { anyOf: [{ $ref: "#/components/schemas/Tree" }, { type: "null" }, { type: string }] } } } }`,
      ),
    );
  expect(
    judgeTexts(tree("maxLength: 3"), tree("maxLength: 4")).map(({ message }) => message),
  ).toEqual([
    "In the request of makeThing, `value.id` has maxLength 4 instead of 3.",
    "In the response of makeThing, `value.id` has maxLength 4 instead of 3.",
  ]);
});

test("alternatives that hold each other in a long circle are told apart", () => {
  const count = 60;
  const circle = (most: number) => {
    const at = (index: number) => `{ $ref: "#/components/schemas/S${index % count}" }`;
    const schemas = Array.from(
      { length: count },
      (_, index) =>
        `S${index}: { anyOf: [{ type: object, properties: { next: ${at(index + 1)}, size: { type: integer } } }, { type: object, properties: { next: ${at(index + 2)}, size: { type: string, maxLength: ${index === count - 1 ? most : 9} } } }] }`,
    );
    return withValue(at(0), "3.1.0", components(schemas.join(", ")));
  };
  expect(judgeTexts(circle(3), circle(3))).toEqual([]);
  expect(rulesOf(circle(3), circle(4))).toEqual([
    "request-limit-loosened",
    "response-limit-loosened",
  ]);
  expect(judgeTexts(circle(3), circle(4))).toHaveLength(2);
});

test("parents that list their children, who are made of their parents, end", () => {
  const pets = (most: number) =>
    withValue(
      "{ $ref: '#/components/schemas/Pet' }",
      "3.0.3",
      components(
        `Pet: { type: object, required: [kind], properties: { kind: { type: string, maxLength: ${most} } }, discriminator: { propertyName: kind }, oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }, Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } } }] }, Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { friend: { $ref: "#/components/schemas/Pet" } } }] }`,
      ),
    );
  expect(rulesOf(pets(3), pets(4))).toEqual(["request-limit-loosened", "response-limit-loosened"]);
});

test("an operation that is gone is named as it was, and where it went", () => {
  const at = (path: string) =>
    `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\npaths: { ${path}: { get: { operationId: one, responses: {} } } }\n`;
  expect(judgeTexts(at("/a"), at("/b")).map(({ message }) => message)).toEqual([
    "one is new.",
    "one is gone from GET /a, and at GET /b now.",
  ]);
});

test.each([
  ["no paths", "openapi: 3.1.0\ninfo: {}\n"],
  ["nulls", withOperation("parameters: null, requestBody: null, responses: null")],
  ["lists for maps", withOperation("parameters: {}, requestBody: [], responses: [1]")],
  ["texts for schemas", withValue("text")],
  [
    "odd keywords",
    withValue(
      "{ type: 7, properties: [a], required: name, enum: a, oneOf: {}, allOf: text, items: 3, additionalProperties: 1, minimum: a, pattern: 5, discriminator: a, dependentRequired: [a], x-error-class: 3 }",
    ),
  ],
  [
    "circles of references",
    withValue(
      "{ $ref: '#/components/schemas/A' }",
      "3.1.0",
      components("A: { $ref: '#/components/schemas/A' }"),
    ),
  ],
  [
    "circles of allOf",
    withValue(
      "{ $ref: '#/components/schemas/A' }",
      "3.1.0",
      components(
        "A: { allOf: [{ $ref: '#/components/schemas/A' }, { anyOf: [{ $ref: '#/components/schemas/A' }, { type: string }] }] }",
      ),
    ),
  ],
  [
    "odd security",
    `${withOperation("security: [key, { other: read }], responses: {}")}security: {}\ncomponents: { securitySchemes: { a: 3, b: { flows: { password: 3 } } } }\nservers: [3, { url: 4 }, { url: a, variables: { b: 3 } }]\n`,
  ],
])("%s are compared as far as they can be read", (_what, odd) => {
  const plain = withValue("{ type: string }");
  expect(judgeTexts(odd, odd)).toEqual([]);
  expect(judgeTexts(odd, plain)).toBeInstanceOf(Array);
  expect(judgeTexts(plain, odd)).toBeInstanceOf(Array);
});
