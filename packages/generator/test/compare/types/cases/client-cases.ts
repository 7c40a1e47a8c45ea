import type { Case } from "./case.js";

const SERVERS =
  "servers:\n  - { url: https://live.example, x-name: live }\n  - { url: https://test.example, x-name: test }\n";

/** What changes in the client around its operations. */
export const CLIENT_CASES: readonly Case[] = [
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
