/** A schema, as far as these tests look into it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly not?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly "x-sensitive"?: boolean;
  readonly "x-request-id"?: boolean;
  readonly "x-error-code"?: boolean;
  readonly "x-error-class"?: Readonly<Record<string, string>>;
}

/** A named example, or a reference to one. */
export interface Example {
  readonly $ref?: string;
  readonly summary?: string;
  readonly value?: unknown;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, Example>>;
}

export type Content = Readonly<Record<string, MediaType>>;

export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly "x-idempotent"?: boolean;
  readonly "x-outcome-check"?: string;
  readonly requestBody?: { readonly required?: boolean; readonly content?: Content };
  readonly responses?: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >;
}

export interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
  readonly description?: string;
  readonly "x-body-field"?: string;
  readonly "x-env"?: string;
  readonly "x-default"?: string;
  readonly "x-sensitive"?: boolean;
}

export interface OpenApi {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly "x-client-name"?: string;
    readonly "x-env-prefix"?: string;
  };
  readonly servers: readonly {
    readonly url: string;
    readonly description?: string;
    readonly "x-name"?: string;
  }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
    readonly examples?: Readonly<Record<string, Example>>;
  };
}

/** One step of a JSON pointer (RFC 6901), escaped. */
export function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * The value at a local reference such as `#/components/schemas/Address`.
 * @throws Error when nothing is there.
 */
export function resolve(document: OpenApi, reference: string): unknown {
  let value: unknown = document;
  for (const step of reference.replace(/^#\//, "").split("/")) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) {
      throw new Error(`${reference} points at nothing`);
    }
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** A component schema by its name. */
export function schemaOf(document: OpenApi, name: string): Schema {
  return resolve(document, `#/components/schemas/${name}`) as Schema;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Every operation of a document, in its order. */
export function operationsOf(
  document: OpenApi,
): { path: string; method: string; pointer: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({
        path,
        method,
        pointer: `#/paths/${escapeStep(path)}/${method}`,
        operation,
      })),
  );
}
