import type { Case } from "./case.js";

const PET = "/components/schemas/Pet/properties";

/** What changes for those who read answers. */
export const RESPONSE_CASES: readonly Case[] = [
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
