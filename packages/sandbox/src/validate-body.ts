import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import type { JsonObject } from "./json-object.js";
import { PlaidError } from "./plaid-error.js";

/** So many problems are told; a body of a megabyte may have any number. */
const MOST_TOLD = 20;
const LONGEST_NAME = 80;

/**
 * Validates a request body, credentials taken out, against the document's schema.
 *
 * @returns The body, under the type that stands for the schema.
 * @throws PlaidError for the first kind of problem that there is, naming every field that has it:
 *   `MISSING_FIELDS`, else `UNKNOWN_FIELDS`, else `INVALID_FIELD`.
 */
export function validateBody<Body>(body: JsonObject, validate: ValidateFunction<Body>): Body {
  if (validate(body)) return body;
  const errors = validate.errors ?? [];
  const missing = errors.flatMap((error) => memberPath(error, "missingProperty"));
  if (missing.length > 0) throw missingFields(missing);
  const unknown = errors.flatMap((error) => memberPath(error, "additionalProperty"));
  if (unknown.length > 0) {
    const message = `the following fields are not recognized: ${list(unknown)}`;
    throw new PlaidError("UNKNOWN_FIELDS", message);
  }
  throw invalidField(errors, (error) => `${path(error.instancePath)} ${demand(error)}`);
}

export function missingFields(names: readonly string[]): PlaidError {
  const message = `the following required fields are missing: ${list(names)}`;
  return new PlaidError("MISSING_FIELDS", message);
}

/** @param describe Names the field of a problem, and what is asked of it; for those that are told. */
export function invalidField<Problem>(
  problems: readonly Problem[],
  describe: (problem: Problem) => string,
): PlaidError {
  const told = problems.slice(0, MOST_TOLD).map(describe);
  return new PlaidError("INVALID_FIELD", list(told, "; ", problems.length));
}

/** The path of the member that `required` or `additionalProperties` complains about. */
function memberPath(error: ErrorObject, param: "missingProperty" | "additionalProperty"): string[] {
  const name: unknown = error.params[param];
  return typeof name === "string" ? [path(error.instancePath, name)] : [];
}

/** Writes a JSON pointer as people write it: `questionnaires.cra.purposes`, `products[0]`. */
function path(instancePath: string, member?: string): string {
  const segments = instancePath
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (member !== undefined) segments.push(member);
  return segments.map(step).join("").replace(/^\./, "") || "the request body";
}

function step(segment: string): string {
  if (/^\d+$/.test(segment)) return `[${segment}]`;
  const name = segment.length > LONGEST_NAME ? `${segment.slice(0, LONGEST_NAME)}...` : segment;
  return /^[A-Za-z_][\w-]*(?:\.\.\.)?$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** What the schema asks for, without the value that was sent: it may be private. */
function demand(error: ErrorObject): string {
  const { type, allowedValues, format } = error.params as Record<string, unknown>;
  if (type !== undefined) return `must be ${[type].flat().map(withArticle).join(" or ")}`;
  if (Array.isArray(allowedValues)) return `must be one of ${allowedValues.join(", ")}`;
  if (format === "date-time") return "must be a date and time such as 2025-01-31T09:30:00Z";
  return error.message ?? "is not valid";
}

function withArticle(type: unknown): string {
  if (type === "null") return "null";
  return `${/^[aeiou]/.test(String(type)) ? "an" : "a"} ${String(type)}`;
}

function list(items: readonly string[], separator = ", ", total = items.length): string {
  const rest = total - MOST_TOLD;
  const shown = items.slice(0, MOST_TOLD).join(separator);
  return rest > 0 ? `${shown}${separator}and ${rest} more` : shown;
}
