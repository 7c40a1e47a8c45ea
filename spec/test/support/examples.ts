import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { escapeStep, operationsOf, resolve } from "./open-api.ts";
import type { Content, Example, OpenApi } from "./open-api.ts";
import { allSchemas } from "./walk-schemas.ts";

/** What an example shows. `schema`: it stands at a schema, not at a body. */
export type Role = "request" | "success" | "error" | "schema";

/** An example with the schema it has to satisfy. */
export interface FoundExample {
  readonly role: Role;
  /** The operation whose body it is; absent for the ones at schemas. */
  readonly operationId?: string;
  readonly name: string;
  readonly summary?: string;
  readonly value: unknown;
  /** Where it stands. */
  readonly pointer: string;
  /** Where its schema stands. */
  readonly schemaPointer: string;
}

/** Marks that may stand in a schema: a new one is added here, since ajv refuses unknown keywords. */
const SCHEMA_MARKS = ["x-sensitive", "x-request-id", "x-error-code", "x-error-class"];

/** Every example of a document: those of bodies in the order of operations, then those of schemas. */
export function findExamples(document: OpenApi): FoundExample[] {
  const inBodies = operationsOf(document).flatMap(({ operation, pointer }) => {
    const body = { document, operationId: operation.operationId };
    const request = operation.requestBody?.content;
    return [
      ...ofContent(body, "request", request, `${pointer}/requestBody/content`),
      ...Object.entries(operation.responses ?? {}).flatMap(([status, { content }]) => {
        const role = status.startsWith("2") ? "success" : "error";
        return ofContent(body, role, content, `${pointer}/responses/${status}/content`);
      }),
    ];
  });
  const inSchemas = allSchemas(document).flatMap(({ schema, pointer }) =>
    (schema.examples ?? []).map((value, index) => ({
      role: "schema" as const,
      name: `number ${index + 1}`,
      value,
      pointer: `${pointer}/examples/${index}`,
      schemaPointer: pointer,
    })),
  );
  return [...inBodies, ...inSchemas];
}

function ofContent(
  { document, operationId }: { document: OpenApi; operationId: string },
  role: Role,
  content: Content | undefined,
  pointer: string,
): FoundExample[] {
  return Object.entries(content ?? {}).flatMap(([type, { examples }]) =>
    Object.entries(examples ?? {}).map(([name, given]) => {
      const { summary, value } = (given.$ref ? resolve(document, given.$ref) : given) as Example;
      return {
        role,
        operationId,
        name,
        ...(summary === undefined ? {} : { summary }),
        value,
        pointer: `${pointer}/${escapeStep(type)}/examples/${escapeStep(name)}`,
        schemaPointer: `${pointer}/${escapeStep(type)}/schema`,
      };
    }),
  );
}

/** What is wrong with a document's examples, a line each: its name, its place, and the complaint. */
export function checkExamples(document: OpenApi): string[] {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  // The CommonJS package puts its function at `default`, for TypeScript and at run time alike.
  addFormats.default(ajv);
  // ajv takes the whole document for a schema, because the pointers start at its root.
  ajv.addVocabulary([...SCHEMA_MARKS, ...Object.keys(document)]);
  ajv.addSchema(document, "document");
  return findExamples(document).flatMap(({ operationId, name, value, pointer, schemaPointer }) => {
    const label = `${operationId ? `${operationId} ` : ""}"${name}" at ${pointer}`;
    let validate: ValidateFunction | undefined;
    try {
      validate = ajv.getSchema(`document${encodeURI(schemaPointer)}`);
    } catch (error) {
      return [`${label}: its schema can't be used: ${String(error)}`];
    }
    if (!validate) return [`${label}: its schema ${schemaPointer} is not there`];
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${label}: ${instancePath || "the value"} ${message} ${JSON.stringify(params)}`,
    );
  });
}
