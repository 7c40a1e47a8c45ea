import { get } from "./data.js";

/**
 * The shape of an OpenAPI document as far as a walk needs it: what kind of object stands under
 * which key. Field tables of Swagger 2.0 ("swagger"), OpenAPI 3.0, 3.1 and 3.2, section "Schema" of each; keywords that
 * hold schemas are those of JSON Schema 2020-12 (sections 10 and 11) and OpenAPI 3.0.
 *
 * What is not listed (examples, defaults, enum values, extensions) is plain data: a `$ref` in it
 * is somebody's text, no reference.
 */
export type Kind =
  | "document"
  | "swagger"
  | "components"
  | "paths"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "response"
  | "header"
  | "schema"
  | "discriminator"
  | "example"
  | "link"
  | "callback"
  | "securityScheme"
  | "server";

/** How the value under a key is to be read. */
export type Slot =
  | { readonly one: Kind }
  | { readonly list: Kind }
  | { readonly map: Kind }
  | { readonly oneOrList: Kind }
  /** Texts of references, or a single one. */
  | { readonly references: true };

const one = (kind: Kind): Slot => ({ one: kind });
const list = (kind: Kind): Slot => ({ list: kind });
const map = (kind: Kind): Slot => ({ map: kind });

const operations = Object.fromEntries(
  ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"].map((method) => [
    method,
    one("operation"),
  ]),
);

const fields: Readonly<Record<Kind, Readonly<Record<string, Slot>>>> = {
  document: {
    servers: list("server"),
    paths: one("paths"),
    webhooks: map("pathItem"),
    components: one("components"),
  },
  swagger: {
    paths: one("paths"),
    definitions: map("schema"),
    parameters: map("parameter"),
    responses: map("response"),
    securityDefinitions: map("securityScheme"),
  },
  components: {
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    examples: map("example"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    securitySchemes: map("securityScheme"),
    links: map("link"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
    mediaTypes: map("mediaType"),
  },
  paths: {},
  pathItem: {
    ...operations,
    additionalOperations: map("operation"),
    parameters: list("parameter"),
    servers: list("server"),
  },
  operation: {
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: map("response"),
    callbacks: map("callback"),
    servers: list("server"),
  },
  parameter: { schema: one("schema"), content: map("mediaType"), examples: map("example") },
  requestBody: { content: map("mediaType") },
  mediaType: {
    schema: one("schema"),
    itemSchema: one("schema"),
    examples: map("example"),
    encoding: map("encoding"),
    prefixEncoding: list("encoding"),
    itemEncoding: one("encoding"),
  },
  encoding: {
    headers: map("header"),
    encoding: map("encoding"),
    prefixEncoding: list("encoding"),
    itemEncoding: one("encoding"),
  },
  response: {
    headers: map("header"),
    content: map("mediaType"),
    links: map("link"),
    // Swagger 2.0's place of what is content now.
    schema: one("schema"),
  },
  header: { schema: one("schema"), content: map("mediaType"), examples: map("example") },
  schema: {
    properties: map("schema"),
    patternProperties: map("schema"),
    additionalProperties: one("schema"),
    unevaluatedProperties: one("schema"),
    propertyNames: one("schema"),
    dependentSchemas: map("schema"),
    items: { oneOrList: "schema" },
    prefixItems: list("schema"),
    unevaluatedItems: one("schema"),
    contains: one("schema"),
    contentSchema: one("schema"),
    allOf: list("schema"),
    anyOf: list("schema"),
    oneOf: list("schema"),
    not: one("schema"),
    if: one("schema"),
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's keyword
    then: one("schema"),
    else: one("schema"),
    discriminator: one("discriminator"),
    $defs: map("schema"),
    definitions: map("schema"),
  },
  discriminator: { mapping: { references: true }, defaultMapping: { references: true } },
  example: {},
  link: {},
  callback: {},
  securityScheme: {},
  server: {},
};

/** What kind of document its root says that it is. */
export function documentKind(root: unknown): "document" | "swagger" {
  return get(root, "swagger") !== undefined && get(root, "openapi") === undefined
    ? "swagger"
    : "document";
}

/** The slot that `key` opens in an object of `kind`; `undefined` for plain data. */
export function slotOf(kind: Kind, key: string): Slot | undefined {
  if (kind === "paths" || kind === "callback") {
    return key.startsWith("x-") || key === "$ref" ? undefined : one("pathItem");
  }
  const table = fields[kind];
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
