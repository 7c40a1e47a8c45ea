import type { TypeRule } from "../../../src/compare/types/type-rules.js";
import type { Edit } from "./pet-shop.js";

/** What happens to the document, and what is told of it. */
export interface Case {
  /** What has happened to the document before. */
  readonly before?: readonly Edit[];
  readonly edits: readonly Edit[];
  /** The rule that it is an example of. */
  readonly rule: TypeRule;
  /** What else is told of the same edit. */
  readonly also?: readonly TypeRule[];
  /** In the sentence for the caller. */
  readonly message: string;
  readonly operation?: string;
  /** JSON pointers into both documents. */
  readonly old?: string;
  readonly now?: string;
  /** What the compiler says, where old code breaks. */
  readonly compiler?: RegExp;
  /** Old code, which has `shop`, a client, and `types` of it; a break is one that this shows. */
  readonly code?: string;
}

const SERVERS =
  "servers:\n  - { url: https://live.example, x-name: live }\n  - { url: https://test.example, x-name: test }\n";
const PET = "/components/schemas/Pet/properties";
const NEW_PET = "/components/schemas/NewPet/properties";

const REQUESTS: readonly Case[] = [
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

const RESPONSES: readonly Case[] = [
  {
    rule: "response-member-removed",
    edits: [["        nick: { type: string }\n        size", "        size"]],
    message: "`Pet.nick` is gone. The same holds for",
    operation: "listPets",
    old: `${PET}/nick`,
    compiler: /^TS2339: Property 'nick' does not exist on type 'Pet'/,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void pet.nick;`,
  },
  {
    rule: "response-member-added",
    edits: [
      ["      required: [id, name, size, home]", "      required: [id, name, size, home, paws]"],
      ["        tags:", "        paws: { type: integer }\n        tags:"],
    ],
    message: "`Pet.paws` is new.",
    now: `${PET}/paws`,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void pet.nick;`,
  },
  {
    rule: "response-member-became-required",
    edits: [
      ["      required: [id, name, size, home]", "      required: [id, name, size, home, nick]"],
    ],
    message: "`Pet.nick` became required.",
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void pet.nick?.length;`,
  },
  {
    rule: "response-member-became-optional",
    edits: [["      required: [id, name, size, home]", "      required: [id, size, home]"]],
    message: "`Pet.name` became optional.",
    old: `${PET}/name`,
    compiler: /^TS2322: .*undefined.*string/s,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void pet.name.length;`,
  },
  {
    rule: "response-became-nullable",
    edits: [
      [
        "      properties: { code: { type: string }, hint",
        '      properties: { code: { type: [string, "null"] }, hint',
      ],
    ],
    message: "`Problem.code` may be null.",
    operation: "listPets",
    compiler: /^TS2322: .*null.*string/s,
    code: `const made = await shop.getPet({ path: { id: "1" } }).result();
      if (!made.ok && made.error instanceof types.ApiError) void made.error.body.code.length;`,
  },
  {
    rule: "response-no-longer-nullable",
    edits: [['        note: { type: [string, "null"] }', "        note: { type: string }"]],
    message: "`Pet.note` can no longer be null.",
    code: `const pet = await shop.getPet({ path: { id: "1" } }); if (pet.note !== null) void pet.note?.length;`,
  },
  {
    rule: "response-value-added",
    edits: [["enum: [NEW, SOLD]", "enum: [NEW, SOLD, LOST]"]],
    message: '`Status` may be `"LOST"`, too.',
    old: "/components/schemas/Status/enum",
    now: "/components/schemas/Status/enum",
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void (pet.status === "SOLD");`,
  },
  {
    rule: "response-value-removed",
    edits: [["enum: [red, green]", "enum: [red]"]],
    message: '`Pet.colour` can no longer be `"green"`.',
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void (pet.colour === "green");`,
  },
  {
    rule: "response-closed-value-added",
    edits: [["enum: [1, 2, 3]", "enum: [1, 2, 3, 4]"]],
    message: "`Pet.size` may be `4`, too.",
    compiler: /^TS2322: Type .*4.* is not assignable/,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); const size: 1 | 2 | 3 = pet.size; void size;`,
  },
  {
    rule: "response-closed-value-removed",
    edits: [["enum: [1, 2, 3]", "enum: [1, 2]"]],
    message: "`Pet.size` can no longer be `3`.",
    compiler: /^TS2367: .*no overlap/,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void (pet.size === 3);`,
  },
  {
    rule: "response-values-closed",
    edits: [
      ["        weight: { type: number }", "        weight: { type: number, enum: [10, 20] }"],
    ],
    message: "`Pet.weight` is nothing but `10` and `20`.",
    compiler: /^TS2367: .*no overlap/,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void (pet.weight === 15);`,
  },
  {
    rule: "response-alternative-added",
    edits: [
      [
        '        - { $ref: "#/components/schemas/Stall" }\n',
        '        - { $ref: "#/components/schemas/Stall" }\n        - { $ref: "#/components/schemas/Tent" }\n',
      ],
      [
        'stall: "#/components/schemas/Stall" }',
        'stall: "#/components/schemas/Stall", tent: "#/components/schemas/Tent" }',
      ],
      [
        "    Stall:\n",
        "    Tent:\n      type: object\n      required: [kind]\n      properties: { kind: { type: string }, pegs: { type: integer } }\n    Stall:\n",
      ],
    ],
    also: ["export-added"],
    message: "`Home` may be `Tent`, too.",
    compiler: /^TS2322: .*'Tent'/s,
    code: `const pet = await shop.getPet({ path: { id: "1" } });
      const where: string | number | undefined = pet.home.kind === "house" ? pet.home.street : pet.home.number; void where;`,
  },
  {
    rule: "response-alternative-added",
    edits: [
      [
        '        "201":\n          description: The pet.',
        '        "202":\n          description: Later.\n          content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } }\n        "201":\n          description: The pet.',
      ],
    ],
    message: "`CreatePetResponse` may be `Note`, too.",
    operation: "createPet",
    compiler: /^TS2322|^TS2741|^TS2740/,
    code: `const pet = await shop.createPet({ name: "Rex" }); void pet.id;`,
  },
  {
    rule: "response-alternative-removed",
    edits: [
      ['        - { $ref: "#/components/schemas/Stall" }\n', ""],
      [', stall: "#/components/schemas/Stall" }', " }"],
    ],
    also: ["response-type-widened"],
    message: "`Pet.home` can no longer be `Stall`.",
    compiler: /^TS2322: .*Stall/s,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); if (pet.home.kind === "stall") void pet.home.number;`,
  },
  {
    rule: "response-other-members-allowed",
    edits: [
      [
        "    Owner:\n      type: object\n",
        "    Owner:\n      type: object\n      additionalProperties: true\n",
      ],
    ],
    message: "`Owner` has members of any name.",
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void pet.owner?.name?.length;`,
  },
  {
    rule: "response-other-members-forbidden",
    edits: [
      [
        "      properties: { seen: { type: boolean } }\n      additionalProperties: { type: string }\n",
        "      properties: { seen: { type: boolean } }\n",
      ],
    ],
    message: "`Extra` no longer has members of any name.",
    compiler: /^TS2339: Property 'another' does not exist on type 'Extra'/,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void pet.extra?.unheard;`,
  },
  {
    rule: "response-type-widened",
    edits: [["        plain: { type: string }", "        plain: {}"]],
    message: "`Pet.plain` may be anything; it was `string",
    compiler: /^TS2322: Type 'unknown' is not assignable to type 'string/,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void pet.plain?.length;`,
  },
  {
    rule: "response-type-narrowed",
    edits: [["        anything: {}", "        anything: { type: string }"]],
    message: "`Pet.anything` is `string` now; it could be anything.",
    code: `const pet = await shop.getPet({ path: { id: "1" } }); if (typeof pet.anything === "string") void pet.anything.length;`,
  },
  {
    rule: "response-type-changed",
    edits: [
      [
        "        tags: { type: array, items: { type: string } }",
        "        tags: { type: array, items: { type: integer } }",
      ],
    ],
    message: "`Pet.tags[]` is `number` now; it was `string`.",
    old: `${PET}/tags/items`,
    now: `${PET}/tags/items`,
    compiler: /^TS2322: Type 'number' is not assignable to type 'string'/,
    code: `const pet = await shop.getPet({ path: { id: "1" } }); void pet.tags?.[0]?.length;`,
  },
  {
    rule: "response-media-type-added",
    edits: [
      [
        "            text/plain: { schema: { type: string } }\n  /ping",
        "            text/plain: { schema: { type: string } }\n            text/html: { schema: { type: string } }\n  /ping",
      ],
    ],
    message: "`addNote` can be asked for as `text/html`, too.",
    code: `const note = await shop.addNote({ text: "x" }); void note.text;`,
  },
  {
    rule: "response-media-type-removed",
    edits: [["            text/plain: { schema: { type: string } }\n  /ping", "  /ping"]],
    also: ["export-removed"],
    message: "`addNote` can no longer be asked for as `text/plain`.",
    code: `await shop.addNote({ text: "x" }, { accept: "text/plain" });`,
  },
  {
    rule: "response-member-became-secret",
    edits: [
      ["        plain: { type: string }", "        plain: { type: string, format: password }"],
    ],
    message: "`plain` is a secret now, in every answer that has it.",
    old: `${PET}/plain`,
    now: `${PET}/plain`,
    code: `const pet = await secret.getPet({ path: { id: "1" } }); void pet.plain?.length;`,
  },
  {
    rule: "response-member-no-longer-secret",
    edits: [
      ["        token: { type: string, format: password }", "        token: { type: string }"],
      ["        lonely: { type: string }".trim(), "lonely: { type: string, format: password }"],
      ["        plain: { type: string }", "        plain: { type: string, format: password }"],
    ],
    also: ["response-member-became-secret"],
    message: "`token` is no secret any more, in every answer that has it.",
    code: `const pet = await secret.getPet({ path: { id: "1" } }); void pet.token?.reveal();`,
  },
];

const CLIENT: readonly Case[] = [
  {
    rule: "operation-added",
    edits: [
      [
        "  /ping:\n",
        '  /pong:\n    post: { operationId: pong, responses: { "204": { description: Done. } } }\n  /ping:\n',
      ],
    ],
    message: "`pong` is new.",
    operation: "pong",
    now: "/paths/~1pong/post",
    code: `await shop.ping();`,
  },
  {
    rule: "operation-removed",
    edits: [
      [
        '  /ping:\n    post:\n      operationId: ping\n      responses:\n        "204": { description: Done. }\n',
        "",
      ],
    ],
    message: "`ping` is gone.",
    operation: "ping",
    old: "/paths/~1ping/post",
    compiler: /^TS2339: Property 'ping' does not exist on type 'ShopOperations/,
    code: `await shop.ping();`,
  },
  {
    rule: "operation-renamed",
    edits: [["      operationId: getPet\n", "      operationId: readPet\n"]],
    message: "`getPet` is called `readPet` now.",
    operation: "readPet",
    old: "/paths/~1pets~1{id}/get",
    now: "/paths/~1pets~1{id}/get",
    compiler: /^TS2551|^TS2339/,
    code: `await shop.getPet({ path: { id: "1" } });`,
  },
  {
    rule: "operation-arguments-moved",
    edits: [
      [
        "      operationId: createPet\n",
        "      operationId: createPet\n      parameters: [{ name: shop, in: query, required: true, schema: { type: string } }]\n",
      ],
    ],
    also: ["request-required-member-added", "export-added"],
    message:
      "`createPet` takes `({ path, query, headers, body }, options)` now; it took `(body, options)`.",
    operation: "createPet",
    compiler: /^TS2345/,
    code: `await shop.createPet({ name: "Rex" });`,
  },
  {
    rule: "export-added",
    edits: [
      [
        "    Unused:\n",
        "    Fresh: { type: object, properties: { a: { type: string } } }\n    Unused:\n",
      ],
    ],
    message: "`Fresh` is new.",
    now: "/components/schemas/Fresh",
    code: `const unused: types.Unused = {}; void unused;`,
  },
  {
    rule: "export-removed",
    edits: [
      ["    Owner:\n", "    Keeper:\n"],
      [
        '        owner: { $ref: "#/components/schemas/Owner" }',
        '        owner: { $ref: "#/components/schemas/Keeper" }',
      ],
    ],
    also: ["export-added"],
    message: "`Owner` can no longer be imported. `Keeper` is of the same shape.",
    old: "/components/schemas/Owner",
    now: "/components/schemas/Keeper",
    compiler: /^TS2305|^TS2724/,
    code: `const owner: types.Owner = {}; void owner;`,
  },
  {
    rule: "enum-constant-removed",
    edits: [["enum: [NEW, SOLD]", "enum: [NEW]"]],
    also: ["response-value-removed"],
    message: "`Status.SOLD` is gone.",
    old: "/components/schemas/Status/enum",
    compiler: /^TS2339: Property 'SOLD' does not exist/,
    code: `void types.Status.SOLD;`,
  },
  {
    rule: "client-renamed",
    edits: [["x-client-name: shop", "x-client-name: store"]],
    message: "`createShopClient` is called `createStoreClient` now",
    old: "/info",
    compiler: /^TS2305|^TS2724/,
    code: `types.createShopClient({ environment: "live" });`,
  },
  {
    rule: "environment-added",
    edits: [
      [
        "  - { url: https://test.example, x-name: test }\n",
        "  - { url: https://test.example, x-name: test }\n  - { url: https://more.example, x-name: more }\n",
      ],
    ],
    message: "The environment `more` is new.",
    now: "/servers",
    code: `types.createClient({ environment: "test" });`,
  },
  {
    rule: "environment-removed",
    edits: [["  - { url: https://test.example, x-name: test }\n", ""]],
    message: "The environment `test` is gone.",
    old: "/servers",
    compiler: /^TS2322: Type '"test"' is not assignable to type '"live"'/,
    code: `types.createClient({ environment: "test" });`,
  },
  {
    rule: "base-url-became-required",
    edits: [[SERVERS, ""]],
    message: "A client can't be made without `baseUrl`",
    compiler: /^TS2554/,
    code: `types.createClient();`,
  },
  {
    rule: "base-url-became-optional",
    before: [[SERVERS, ""]],
    edits: [["security: [", `${SERVERS}security: [`]],
    message: "A client can be made without `baseUrl`.",
    now: "/servers",
    code: `types.createClient({ baseUrl: "https://live.example" });`,
  },
  {
    rule: "credential-added",
    edits: [
      [
        "    apiKey: { type: apiKey, in: header, name: x-key }\n",
        "    apiKey: { type: apiKey, in: header, name: x-key }\n    other: { type: apiKey, in: header, name: x-other }\n",
      ],
      ["security: [{ apiKey: [] }]", "security: [{ apiKey: [] }, { other: [] }]"],
    ],
    message: "The credential `other` is new.",
    now: "/components/securitySchemes/other",
    code: `types.createClient({ credentials: { apiKey: "x" } });`,
  },
  {
    rule: "credential-removed",
    edits: [
      [
        "    apiKey: { type: apiKey, in: header, name: x-key }\n",
        "    theKey: { type: apiKey, in: header, name: x-key }\n",
      ],
      ["security: [{ apiKey: [] }]", "security: [{ theKey: [] }]"],
    ],
    also: ["credential-added"],
    message: "The credential `apiKey` is gone.",
    old: "/components/securitySchemes/apiKey",
    compiler: /^TS2353/,
    code: `types.createClient({ credentials: { apiKey: "x" } });`,
  },
];

/** An example of each rule, some of several. */
export const CASES: readonly Case[] = [...REQUESTS, ...RESPONSES, ...CLIENT];
