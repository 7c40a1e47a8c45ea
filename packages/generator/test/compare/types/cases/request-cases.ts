import type { Case } from "./case.js";

const NEW_PET = "/components/schemas/NewPet/properties";

/** What changes for those who send. */
export const REQUEST_CASES: readonly Case[] = [
  {
    rule: "request-member-removed",
    edits: [["        age: { type: integer }\n", ""]],
    message: "`NewPetInput.age` can no longer be sent.",
    operation: "createPet",
    old: `${NEW_PET}/age`,
    compiler: /^TS2353: .*'"age"' does not exist/,
    code: `await shop.createPet({ name: "Rex", age: 3 });`,
  },
  {
    rule: "request-member-removed",
    edits: [["        - { name: sort, in: query, schema: { type: string } }\n", ""]],
    message: "`ListPetsParameters.query.sort` can no longer be sent.",
    operation: "listPets",
    old: "/paths/~1pets/get/parameters/1/schema",
    compiler: /^TS2353: .*'"sort"'/,
    code: `await shop.listPets({ query: { sort: "name" } });`,
  },
  {
    rule: "request-member-removed",
    before: [
      [
        "      operationId: createPet\n",
        "      operationId: createPet\n      parameters: [{ name: dry, in: query, required: true, schema: { type: boolean } }]\n",
      ],
    ],
    edits: [
      [
        '{ application/json: { schema: { $ref: "#/components/schemas/NewPet" } } }',
        '{ application/json: { schema: { $ref: "#/components/schemas/NewPet" } }, text/plain: { schema: { type: string } } }',
      ],
    ],
    also: ["request-media-type-added", "export-added"],
    message: "`CreatePetParameters.body` is gone",
    operation: "createPet",
    old: "/paths/~1pets/post",
    compiler: /^TS2353: .*'"?body"?'/,
    code: `const input: types.CreatePetParameters = { query: { dry: true }, body: { name: "Rex" } };\nawait shop.createPet(input);`,
  },
  {
    rule: "request-member-added",
    edits: [
      [
        "        age: { type: integer }\n",
        "        age: { type: integer }\n        paws: { type: integer }\n",
      ],
    ],
    message: "`NewPetInput.paws` is new.",
    operation: "createPet",
    now: `${NEW_PET}/paws`,
    code: `await shop.createPet({ name: "Rex", age: 3 });`,
  },
  {
    rule: "request-member-added",
    edits: [
      [
        "        - { name: id, in: path",
        "        - { name: deep, in: query, schema: { type: boolean } }\n        - { name: id, in: path",
      ],
    ],
    message: "`GetPetParameters.query.deep` is new.",
    operation: "getPet",
    now: "/paths/~1pets~1{id}/get/parameters/0/schema",
    code: `await shop.getPet({ path: { id: "1" } });`,
  },
  {
    rule: "request-required-member-added",
    edits: [
      ["      required: [name]\n", "      required: [name, paws]\n"],
      [
        "        age: { type: integer }\n",
        "        age: { type: integer }\n        paws: { type: integer }\n",
      ],
    ],
    message: "`NewPetInput.paws` is new and has to be sent.",
    operation: "createPet",
    now: `${NEW_PET}/paws`,
    compiler: /^TS2741: Property 'paws' is missing/,
    code: `await shop.createPet({ name: "Rex" });`,
  },
  {
    rule: "request-required-member-added",
    edits: [
      [
        "        - { name: id, in: path",
        "        - { name: shop, in: query, required: true, schema: { type: string } }\n        - { name: id, in: path",
      ],
    ],
    message: "`GetPetParameters.query.shop` is new and has to be sent.",
    operation: "getPet",
    compiler: /^TS2345/,
    code: `await shop.getPet({ path: { id: "1" } });`,
  },
  {
    rule: "request-member-became-required",
    edits: [["      required: [name]\n", "      required: [name, age]\n"]],
    message: "`NewPetInput.age` became required.",
    old: `${NEW_PET}/age`,
    now: `${NEW_PET}/age`,
    compiler: /^TS2322: .*not assignable.*'age' are incompatible/s,
    code: `await shop.createPet({ name: "Rex" });`,
  },
  {
    rule: "request-member-became-optional",
    edits: [["      required: [name]\n", "      required: []\n"]],
    message: "`NewPetInput.name` became optional.",
    code: `await shop.createPet({ name: "Rex" });`,
  },
  {
    rule: "request-became-nullable",
    edits: [["        age: { type: integer }\n", '        age: { type: [integer, "null"] }\n']],
    message: "`NewPetInput.age` may be null.",
    code: `await shop.createPet({ name: "Rex", age: 3 });`,
  },
  {
    rule: "request-no-longer-nullable",
    edits: [['        breed: { type: [string, "null"] }', "        breed: { type: string }"]],
    message: "`NewPetInput.breed` can no longer be null.",
    compiler: /^TS2322: Type 'null' is not assignable|^TS2322: .*'null'/s,
    code: `await shop.createPet({ name: "Rex", breed: null });`,
  },
  {
    rule: "request-value-added",
    edits: [["enum: [calm, wild]", "enum: [calm, wild, sad]"]],
    message: '`NewPetInput.mood` may be `"sad"`, too.',
    now: `${NEW_PET}/mood/enum`,
    code: `await shop.createPet({ name: "Rex", mood: "calm" });`,
  },
  {
    rule: "request-value-removed",
    edits: [["enum: [calm, wild]", "enum: [calm]"]],
    message: '`NewPetInput.mood` can no longer be `"wild"`.',
    old: `${NEW_PET}/mood/enum`,
    compiler: /^TS2322: Type '"wild"' is not assignable to type '"calm"/,
    code: `await shop.createPet({ name: "Rex", mood: "wild" });`,
  },
  {
    rule: "request-alternative-added",
    edits: [
      [
        "oneOf: [{ type: string }, { type: number }]",
        "oneOf: [{ type: string }, { type: number }, { type: boolean }]",
      ],
    ],
    message: "`NewPetInput.where` may be `boolean`, too.",
    code: `await shop.createPet({ name: "Rex", where: 1 });`,
  },
  {
    rule: "request-alternative-removed",
    edits: [["oneOf: [{ type: string }, { type: number }]", "oneOf: [{ type: string }]"]],
    message: "`NewPetInput.where` can no longer be `number`.",
    compiler: /^TS2322: .*'number' is not assignable to type 'string'/s,
    code: `await shop.createPet({ name: "Rex", where: 1 });`,
  },
  {
    rule: "request-other-members-allowed",
    edits: [
      [
        "      properties: { deep: {",
        "      additionalProperties: true\n      properties: { deep: {",
      ],
    ],
    message: "`Form` takes members of any name.",
    code: `await shop.createPet({ name: "Rex", form: { deep: {} } });`,
  },
  {
    rule: "request-other-members-forbidden",
    edits: [
      [
        "    Labels:\n      type: object\n      additionalProperties: { type: string }\n",
        "    Labels:\n      type: object\n      properties: { one: { type: string } }\n",
      ],
    ],
    also: ["request-member-added"],
    message: "`Labels` no longer takes members of any name.",
    compiler: /^TS2353/,
    code: `await shop.createPet({ name: "Rex", labels: { two: "2" } });`,
  },
  {
    rule: "request-type-widened",
    edits: [["        nick: { type: string }\n        breed", "        nick: {}\n        breed"]],
    message: "`NewPetInput.nick` may be anything; it was `string",
    code: `await shop.createPet({ name: "Rex", mood: "wild" });`,
  },
  {
    rule: "request-type-narrowed",
    edits: [
      [
        "        name: { type: string }\n        nick: { type: string }\n        breed",
        "        name: { type: string }\n        nick: { type: string, enum: [a, b] }\n        breed",
      ],
    ],
    message: '`NewPetInput.nick` is nothing but `"a"` and `"b"`.',
    compiler: /^TS2322: .*Type 'string' is not assignable/s,
    code: `await shop.createPet({ name: "Rex", nick: "Rexy" });`,
  },
  {
    rule: "request-type-changed",
    edits: [["{ note: { type: string } }", "{ note: { type: integer } }"]],
    message: "`Form.deep.note` is `number` now; it was `string`.",
    old: "/components/schemas/Form/properties/deep/properties/note",
    compiler: /^TS2322: Type 'string.*' is not assignable to type 'number/,
    code: `await shop.createPet({ name: "Rex", form: { deep: { note: "x" } } });`,
  },
  {
    rule: "request-media-type-added",
    edits: [
      [
        "          text/plain: { schema: { type: string } }\n      responses",
        "          text/plain: { schema: { type: string } }\n          application/xml: { schema: { type: string } }\n      responses",
      ],
    ],
    also: ["export-added"],
    message: "`addNote` can be sent as `application/xml`, too.",
    code: `await shop.addNote("x", { contentType: "text/plain" });`,
  },
  {
    rule: "request-media-type-removed",
    edits: [
      ["          text/plain: { schema: { type: string } }\n      responses", "      responses"],
    ],
    also: ["export-removed"],
    message: "`addNote` can no longer be sent as `text/plain`.",
    code: `await shop.addNote("x", { contentType: "text/plain" });`,
  },
  {
    rule: "request-body-became-required",
    edits: [["        required: false", "        required: true"]],
    message: "The body of `addNote` became required.",
    compiler: /^TS2554|^TS2555|^TS2345/,
    code: `await shop.addNote();`,
  },
  {
    rule: "request-body-became-optional",
    edits: [
      [
        '        required: true\n        content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } }',
        '        content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } }',
      ],
    ],
    message: "The body of `createPet` became optional.",
    code: `await shop.createPet({ name: "Rex" });`,
  },
  {
    rule: "request-body-added",
    edits: [
      [
        "      operationId: ping\n",
        "      operationId: ping\n      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }\n",
      ],
    ],
    message: "`ping` takes a body now.",
    also: ["export-added"],
    code: `await shop.ping();`,
  },
  {
    rule: "request-required-body-added",
    edits: [
      [
        "      operationId: ping\n",
        "      operationId: ping\n      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }\n",
      ],
    ],
    also: ["export-added"],
    message: "`ping` takes a body now, and needs it.",
    compiler: /^TS2345|^TS2554/,
    code: `await shop.ping();`,
  },
  {
    rule: "request-body-removed",
    edits: [
      [
        '      requestBody:\n        required: true\n        content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } }\n',
        "",
      ],
    ],
    also: ["export-added", "export-removed"],
    message: "`createPet` takes no body any more.",
    compiler: /^TS2345/,
    code: `await shop.createPet({ name: "Rex" });`,
  },
];
