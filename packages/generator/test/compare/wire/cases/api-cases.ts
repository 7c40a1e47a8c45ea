import { withValue, type DocumentCase } from "./judge-texts.js";

const document = (rest: string, operation = "") =>
  `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\npaths: { /a: { get: { operationId: one, ${operation} responses: { "200": {} } } } }\n${rest}`;

const SCHEMES = `components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    token: { type: http, scheme: bearer }
    login: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://a.example/t, scopes: { read: a, write: b } } } }
`;
const secured = (security: string) => document(SCHEMES, `security: ${security},`);
const scheme = (text: string) =>
  document(`components: { securitySchemes: { key: { ${text} } } }`, "security: [{ key: [] }],");
const KEY = "type: apiKey, in: header, name: X-Key";
const flows = (text: string) => scheme(`type: oauth2, flows: { ${text} }`);
const FLOW = "tokenUrl: https://a.example/t, scopes: { a: '' }";
const servers = (...list: string[]) =>
  document(`servers: [${list.map((one) => `{ ${one} }`).join(", ")}]`);
const variable = (text: string) =>
  servers(`url: "https://{v}.example", variables: { v: { ${text} } }`);
const info = (text: string) =>
  `openapi: 3.1.0\ninfo: { title: Test, version: "1"${text} }\npaths: {}\n`;

/** Changes of what is of the whole API, and of marks that clients obey. */
export const API_CASES: readonly DocumentCase[] = [
  [
    "a server more",
    servers("url: https://a.example"),
    servers("url: https://a.example/", "url: https://b.example"),
    ["server-added"],
  ],
  [
    "a server elsewhere",
    servers("url: https://a.example"),
    servers("url: https://b.example"),
    ["server-added", "server-removed"],
  ],
  [
    "a server's name",
    servers("url: https://a.example, x-name: live"),
    servers("url: https://a.example, x-name: production"),
    ["server-renamed"],
  ],
  [
    "a server in words",
    servers("url: https://a.example, description: a"),
    servers("url: https://a.example, description: b"),
    ["wording-changed"],
  ],
  [
    "a variable's default",
    variable("default: a"),
    variable("default: b"),
    ["server-variable-changed"],
  ],
  [
    "a variable's values",
    variable("default: a, enum: [a, b]"),
    variable("default: a, enum: [a, c]"),
    ["server-variable-changed", "server-variable-extended"],
  ],
  [
    "a variable bound",
    variable("default: a"),
    variable("default: a, enum: [a]"),
    ["server-variable-changed"],
  ],
  [
    "a variable freed",
    variable("default: a, enum: [a]"),
    variable("default: a"),
    ["server-variable-extended"],
  ],
  [
    "servers of an operation",
    document("servers: [{ url: https://a.example }]", "servers: [{ url: https://b.example }],"),
    document("servers: [{ url: https://a.example }]"),
    ["server-added", "server-removed"],
  ],

  ["security", secured("[]"), secured("[{ key: [] }]"), ["security-added"]],
  [
    "security that may be left out",
    secured("[]"),
    secured("[{ key: [] }, {}]"),
    ["security-choice-added"],
  ],
  ["no security", secured("[{ key: [] }]"), secured("[]"), ["security-removed"]],
  [
    "a choice more",
    secured("[{ key: [] }]"),
    secured("[{ key: [] }, { token: [] }]"),
    ["security-choice-added"],
  ],
  [
    "a choice less",
    secured("[{ key: [] }, { token: [] }]"),
    secured("[{ key: [] }]"),
    ["security-choice-removed"],
  ],
  [
    "one more at once",
    secured("[{ key: [] }]"),
    secured("[{ key: [], token: [] }]"),
    ["security-choice-added", "security-choice-removed"],
  ],
  [
    "one less at once",
    secured("[{ key: [], token: [] }]"),
    secured("[{ key: [] }]"),
    ["security-choice-added"],
  ],
  [
    "a scope more",
    secured("[{ login: [read] }]"),
    secured("[{ login: [read, write] }]"),
    ["security-scope-added"],
  ],
  [
    "a scope less",
    secured("[{ login: [read, write] }]"),
    secured("[{ login: [read] }]"),
    ["security-scope-removed"],
  ],
  [
    "security of all",
    `${document(SCHEMES)}security: []\n`,
    `${document(SCHEMES)}security: [{ key: [] }]\n`,
    ["security-added"],
  ],

  [
    "another header",
    scheme(KEY),
    scheme("type: apiKey, in: header, name: X-Token"),
    ["security-scheme-changed"],
  ],
  [
    "an environment variable",
    scheme(KEY),
    scheme(`${KEY}, x-env: KEY, x-body-field: key, x-sensitive: true, description: a`),
    ["body-field-added", "environment-variable-added", "sensitivity-changed", "wording-changed"],
  ],
  [
    "others",
    scheme(`${KEY}, x-env: KEY, x-body-field: key`),
    scheme(`${KEY}, x-env: TOKEN`),
    ["body-field-changed", "environment-variable-changed"],
  ],
  ["a header by default", scheme(KEY), scheme(`${KEY}, x-default: "1"`), ["default-header-added"]],
  [
    "another one",
    scheme(`${KEY}, x-default: "1"`),
    scheme(`${KEY}, x-default: "2"`),
    ["default-header-changed"],
  ],
  [
    "a new header by default, and none",
    document(`components: { securitySchemes: { a: { ${KEY}, x-default: "1" } } }`),
    document(
      `components: { securitySchemes: { b: { type: apiKey, in: header, name: X-B, x-default: "1" } } }`,
    ),
    ["default-header-added", "default-header-changed"],
  ],
  [
    "schemes that nothing uses",
    document(`components: { securitySchemes: { a: { ${KEY} } } }`),
    document("components: { securitySchemes: { b: { type: http, scheme: basic } } }"),
    ["security-scheme-added", "security-scheme-removed"],
  ],
  [
    "a flow more and one less",
    flows(`clientCredentials: { ${FLOW} }`),
    flows(`password: { ${FLOW} }`),
    ["security-flow-added", "security-flow-removed"],
  ],
  [
    "where tokens come from, and for what",
    flows(`clientCredentials: { ${FLOW} }`),
    flows("clientCredentials: { tokenUrl: https://b.example/t, scopes: { b: '' } }"),
    ["security-known-scopes-changed", "security-url-changed"],
  ],
  [
    "where the provider is",
    scheme("type: openIdConnect, openIdConnectUrl: https://a.example"),
    scheme("type: openIdConnect, openIdConnectUrl: https://b.example"),
    ["security-url-changed"],
  ],

  ["a prefix of variables", info(""), info(", x-env-prefix: A"), ["environment-variable-added"]],
  [
    "another prefix",
    info(", x-env-prefix: A"),
    info(", x-env-prefix: B"),
    ["environment-variable-changed"],
  ],
  ["the API in words", info(", description: a"), info(", description: b"), ["wording-changed"]],
  ["retries", `${info("")}x-retry: false`, `${info("")}x-retry: { retries: 1 }`, ["retry-changed"]],
  [
    "a schema that nothing used",
    `${info("")}components: { schemas: { A: { type: string } } }`,
    `${info("")}components: { schemas: {} }`,
    ["component-schema-removed"],
  ],

  [
    "an error code",
    withValue("{ type: string }"),
    withValue("{ type: string, x-error-code: true }"),
    ["error-code-changed"],
  ],
  [
    "the id of a request",
    withValue("{ type: string, x-request-id: true }"),
    withValue("{ type: string }"),
    ["request-id-changed"],
  ],
  [
    "a secret",
    withValue("{ type: string }"),
    withValue("{ type: string, format: password }"),
    ["sensitivity-changed"],
  ],
  [
    "a class of errors more",
    withValue("{ type: string, x-error-class: { A: NotFoundError } }"),
    withValue("{ type: string, x-error-class: { A: NotFoundError, B: NotFoundError } }"),
    ["error-class-added"],
  ],
  [
    "another class of errors",
    withValue("{ type: string, x-error-class: { A: NotFoundError } }"),
    withValue("{ type: string, x-error-class: { A: RateLimitError } }"),
    ["error-class-changed"],
  ],
  [
    "a value in words",
    withValue("{ type: string, description: a }"),
    withValue("{ type: string, description: b }"),
    ["wording-changed"],
  ],
];
