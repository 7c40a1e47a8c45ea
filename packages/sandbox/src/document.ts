import { readFileSync } from "node:fs";
import type { JsonObject } from "./json-object.js";

/** One operation of the document; each of them is a POST with a JSON body. */
interface ApiOperation {
  readonly operationId: string;
  readonly path: string;
  readonly summary: string;
  /** Where in the document the schema of the request body stands, as a JSON pointer. */
  readonly requestSchema: string;
}

/** A credential: the header it travels in, and the body field that may carry it instead. */
export interface CredentialField {
  /** The name of its security scheme. */
  readonly scheme: string;
  readonly header: string;
  readonly bodyField: string;
}

/** A header that every request must send with this one value. */
export interface FixedHeader {
  readonly name: string;
  readonly value: string;
}

/** What the sandbox reads from the OpenAPI document. */
export interface ApiDocument {
  readonly title: string;
  readonly version: string;
  readonly operations: readonly ApiOperation[];
  readonly credentials: readonly CredentialField[];
  readonly fixedHeaders: readonly FixedHeader[];
  /** The whole document, which the pointers above point into. */
  readonly root: JsonObject;
}

interface OpenApi {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, { readonly post?: PostOperation }>>;
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly components: { readonly securitySchemes: Readonly<Record<string, SecurityScheme>> };
}

interface PostOperation {
  readonly operationId: string;
  readonly summary: string;
}

interface SecurityScheme {
  readonly name: string;
  readonly "x-body-field"?: string;
  readonly "x-default"?: string;
}

/**
 * Reads the document that the build bundles into `dist/customer.json`; the address is the same
 * seen from `src/` and from `dist/`.
 */
export function loadDocument(): ApiDocument {
  const file = new URL("../dist/customer.json", import.meta.url);
  const root: JsonObject & OpenApi = JSON.parse(readFileSync(file, "utf8"));
  const { securitySchemes } = root.components;
  // Schemes of the first requirement: the document has one, and all of its schemes are needed.
  const needed = Object.keys(root.security[0] ?? {}).flatMap((scheme) => {
    const definition = securitySchemes[scheme];
    return definition === undefined ? [] : [{ scheme, definition }];
  });
  return {
    title: root.info.title,
    version: root.info.version,
    operations: Object.entries(root.paths).flatMap(([path, { post }]) =>
      post === undefined ? [] : [operationOf(path, post)],
    ),
    credentials: needed.flatMap(({ scheme, definition }) => {
      const bodyField = definition["x-body-field"];
      return bodyField === undefined ? [] : [{ scheme, header: definition.name, bodyField }];
    }),
    fixedHeaders: needed.flatMap(({ definition }) => {
      const value = definition["x-default"];
      return value === undefined ? [] : [{ name: definition.name, value }];
    }),
    root,
  };
}

function operationOf(path: string, { operationId, summary }: PostOperation): ApiOperation {
  return {
    operationId,
    path,
    summary,
    requestSchema: pointer("paths", path, "post", "requestBody", "content", JSON_TYPE, "schema"),
  };
}

const JSON_TYPE = "application/json";

/** A JSON pointer in the form that may stand after `#` in an address (RFC 6901, section 6). */
export function pointer(...segments: readonly string[]): string {
  const escaped = segments.map((segment) => segment.replaceAll("~", "~0").replaceAll("/", "~1"));
  return escaped.map((segment) => `/${encodeURIComponent(segment)}`).join("");
}
