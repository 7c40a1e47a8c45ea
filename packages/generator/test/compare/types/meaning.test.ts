import { describe, expect, test } from "vitest";
import { highest } from "../../../src/compare/change.js";
import { judgeTypes } from "../../../src/compare/types/judge-types.js";
import { planOf } from "../../support/stages.js";
import { type Edit, edited, PET_SHOP } from "./pet-shop.js";

async function judge(edits: readonly Edit[], old = PET_SHOP) {
  return judgeTypes(planOf(old).plan, planOf(edited(old, edits)).plan);
}

const levelOf = async (edits: readonly Edit[]) =>
  highest((await judge(edits)).map(({ level }) => level));

/** Where wire and type checker disagree: what a caller of ours sees, whose response enums are open. */
const KINDS: readonly (readonly [kind: string, level: string, edits: readonly Edit[]])[] = [
  ["1 response enum value added", "minor", [["enum: [NEW, SOLD]", "enum: [NEW, SOLD, LOST]"]]],
  ["2 response enum value removed", "minor", [["enum: [red, green]", "enum: [red]"]]],
  ["2 the same of an enum with constants", "major", [["enum: [NEW, SOLD]", "enum: [NEW]"]]],
  [
    "3 required response property added",
    "minor",
    [
      ["      required: [id, name, size, home]", "      required: [id, name, size, home, paws]"],
      ["        tags:", "        paws: { type: integer }\n        tags:"],
    ],
  ],
  [
    "4 response property became required",
    "minor",
    [["      required: [id, name, size, home]", "      required: [id, name, size, home, nick]"]],
  ],
  ["5 optional response property removed", "major", [["        weight: { type: number }\n", ""]]],
  ["6 request property removed", "major", [["        age: { type: integer }\n", ""]]],
  ["7 request property became optional", "minor", [["      required: [name]\n", ""]]],
  [
    "8 request property became nullable",
    "minor",
    [["        age: { type: integer }", '        age: { type: [integer, "null"] }']],
  ],
  ["9 request enum value added", "minor", [["enum: [calm, wild]", "enum: [calm, wild, sad]"]]],
  [
    "10 optional query parameter added",
    "minor",
    [
      [
        "        - { name: sort,",
        "        - { name: page, in: query, schema: { type: integer } }\n        - { name: sort,",
      ],
    ],
  ],
  [
    "11 second success status",
    "major",
    [
      [
        '        "201":\n',
        '        "202":\n          description: Later.\n          content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } }\n        "201":\n',
      ],
    ],
  ],
  [
    "11 second media type beside the default",
    "minor",
    [
      [
        "          description: The note.\n          content:\n",
        "          description: The note.\n          content:\n            text/html: { schema: { type: string } }\n",
      ],
    ],
  ],
  ["12 operationId renamed", "major", [["operationId: getPet\n", "operationId: readPet\n"]]],
  [
    "13 path parameter renamed",
    "major",
    [
      ["  /pets/{id}:", "  /pets/{pet}:"],
      ["        - { name: id, in: path", "        - { name: pet, in: path"],
    ],
  ],
  [
    "14 bound and pattern added, response number became integer",
    "none",
    [
      ["        weight: { type: number }", "        weight: { type: integer, minimum: 1 }"],
      [
        "        nick: { type: string }\n        breed",
        "        nick: { type: string, pattern: a, default: a }\n        breed",
      ],
    ],
  ],
  [
    "15 security asked for",
    "none",
    [["      operationId: ping\n", "      operationId: ping\n      security: [{ apiKey: [] }]\n"]],
  ],
];

test.each(KINDS)("%s is %s", async (_, level, edits) => {
  expect(await levelOf(edits)).toBe(level);
});

describe("nothing is told", () => {
  test("of a document that is the same", async () => {
    expect(await judge([])).toEqual([]);
  });

  test("of what documentation says", async () => {
    const edits: Edit[] = [
      ["      operationId: ping\n", "      operationId: ping\n      summary: Is anybody there?\n"],
      [
        "    Owner:\n      type: object\n",
        "    Owner:\n      type: object\n      description: Who has it.\n",
      ],
    ];
    expect(await judge(edits)).toEqual([]);
  });

  test("of the order in which things stand", async () => {
    const edits: Edit[] = [
      ["enum: [NEW, SOLD]", "enum: [SOLD, NEW]"],
      ["        weight: { type: number }\n", ""],
      ["        tags:", "        weight: { type: number }\n        tags:"],
    ];
    expect(await judge(edits)).toEqual([]);
  });
});

test("a schema of both directions is judged in each", async () => {
  // Note is sent and got: one more required member asks more of callers, and gives them more.
  const changes = await judge([
    [
      "      properties: { text: { type: string } }",
      "      required: [by]\n      properties: { text: { type: string }, by: { type: string } }",
    ],
  ]);
  const told = changes.map(({ rule, level, message }) => [rule, level, message]);
  expect(told).toEqual([
    ["request-required-member-added", "major", "`Note.by` is new and has to be sent."],
    ["response-member-added", "minor", "`Note.by` is new."],
  ]);
});

test("what one type does to many operations is told once, with all of them", async () => {
  const changes = await judge([["        nick: { type: string }\n        size", "        size"]]);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    operation: "listPets",
    message: "`Pet.nick` is gone. The same holds for `createPet` and `getPet`.",
  });
});

test("a renamed schema of the same shape breaks imports, and no call", async () => {
  const changes = await judge([
    ["    Owner:\n", "    Keeper:\n"],
    ['{ $ref: "#/components/schemas/Owner" }', '{ $ref: "#/components/schemas/Keeper" }'],
  ]);
  const told = changes.map(({ rule, operation }) => [rule, operation]);
  expect(told).toEqual([
    ["export-removed", undefined],
    ["export-added", undefined],
  ]);
});

test("types that lead back to themselves come to an end", async () => {
  const changes = await judge([
    [
      "        name: { type: string }\n        pets:",
      "        name: { type: integer }\n        pets:",
    ],
  ]);
  expect(changes.map(({ rule, message }) => [rule, message])).toEqual([
    [
      "response-type-changed",
      "`Owner.name` is `number` now; it was `string`. The same holds for `createPet` and `getPet`.",
    ],
  ]);
});

test("an enum that grew from one version to the next by hundreds of values comes to an end", async () => {
  const values = Array.from({ length: 600 }, (_, index) => `v${index}`);
  const changes = await judge([["enum: [calm, wild]", `enum: [calm, wild, ${values.join(", ")}]`]]);
  expect(changes).toMatchObject([{ rule: "request-value-added", level: "minor" }]);
  expect(changes[0]?.message).toMatch(/and 595 more/);
});

test("a type that no operation uses is compared, too", async () => {
  const changes = await judge([["lonely: { type: string }", "alone: { type: string }"]]);
  expect(changes.map(({ rule, operation }) => [rule, operation])).toEqual([
    ["response-member-removed", undefined],
    ["response-member-added", undefined],
  ]);
});

test("what may be null stays so when it may be one thing more, wherever the null stands", async () => {
  const old = edited(PET_SHOP, [
    [
      "        age: { type: integer }",
      '        age: { oneOf: [{ $ref: "#/components/schemas/Age" }, { type: "null" }] }',
    ],
    ["    Form:\n", '    Age: { type: [string, "null"], enum: [old, young, null] }\n    Form:\n'],
  ]);
  const changes = await judge(
    [['{ type: "null" }] }', '{ type: "null" }, { type: integer }] }']],
    old,
  );
  expect(changes.map(({ rule, message }) => [rule, message])).toEqual([
    ["request-alternative-added", "`NewPetInput.age` may be `number`, too."],
  ]);
});

test("an operation that fails in a way of its own changes what `instanceof ApiError` tells", async () => {
  const changes = await judge([
    [
      '        "404":\n',
      '        "409":\n          description: Taken.\n          content: { application/json: { schema: { type: object, properties: { by: { type: string } } } } }\n        "404":\n',
    ],
  ]);
  const told = changes.map(({ rule, level, message }) => [rule, level, message]);
  expect(told).toEqual([
    ["response-alternative-added", "major", "`error.body of getPet` may be `GetPetError`, too."],
    ["response-alternative-added", "major", "`ShopErrorBody` may be `GetPetError`, too."],
    ["export-added", "minor", "`GetPetError` is new."],
  ]);
});

test("a secret that callers send alone changes nothing for those who wrap what they get", async () => {
  expect(
    await judge([
      ["        age: { type: integer }", "        age: { type: integer, format: password }"],
    ]),
  ).toEqual([]);
});
