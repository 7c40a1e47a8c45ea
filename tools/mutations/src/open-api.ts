/** The parts of an OpenAPI document (3.0 or 3.1) that edits touch. */
export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description?: string };
  servers?: Server[];
  security?: Requirement[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, unknown>>;
  components?: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    securitySchemes?: Record<string, Record<string, unknown>>;
  } & Record<string, Record<string, unknown> | undefined>;
}

interface Server {
  url: string;
  description?: string;
  "x-name"?: string;
}

/** Names of security schemes that hold together, each with its scopes. */
type Requirement = Record<string, string[]>;

interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  tags?: string[];
  parameters?: (Parameter | Reference)[];
  requestBody?: Body | Reference;
  responses: Record<string, Response | Reference>;
  security?: Requirement[];
  "x-idempotent"?: boolean;
}

export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: "query" | "header" | "path" | "cookie";
  required?: boolean;
  description?: string;
  style?: string;
  explode?: boolean;
  schema?: Schema;
}

export interface Body {
  required?: boolean;
  content: Content;
}

export interface Response {
  description: string;
  headers?: Record<string, unknown>;
  content?: Content;
}

export type Content = Record<string, { schema?: Schema } & Record<string, unknown>>;

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  nullable?: boolean;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  default?: unknown;
  example?: unknown;
  examples?: unknown;
  deprecated?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  "x-sensitive"?: boolean;
  "x-error-code"?: boolean;
}

/** An operation and where it stands. */
export interface OperationPlace {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  /** As people name it: `POST /path`. */
  readonly shown: string;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every operation of a document, in its order. */
export function operationsOf(document: OpenApi): OperationPlace[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => Object.hasOwn(item, method)).map((method) => ({
      path,
      method,
      operation: item[method] as Operation,
      shown: `${method.toUpperCase()} ${path}`,
    })),
  );
}

/** What a reference within the document points at; anything else is given back. */
export function follow<T extends object>(document: OpenApi, value: T | Reference): T {
  let found: unknown = value;
  for (let hops = 0; hops < 20 && isReference(found); hops += 1) {
    found = found.$ref
      .split("/")
      .slice(1)
      .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document);
  }
  return found as T;
}

function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && "$ref" in value;
}

/** Whether `null` is a type of its own in the document's version, and no `nullable`. */
export function hasNullType(document: OpenApi): boolean {
  return !document.openapi.startsWith("3.0");
}
