import { createHash, timingSafeEqual } from "node:crypto";
import type { CredentialField } from "./document.js";
import type { JsonObject } from "./json-object.js";
import { PlaidError } from "./plaid-error.js";
import { invalidField, missingFields } from "./validate-body.js";

/** The partner's credentials, named as the document's security schemes are. */
export interface SandboxCredentials {
  /** Sent as `PLAID-CLIENT-ID`, or as `client_id` in the body. Not empty. */
  readonly clientId: string;
  /** Sent as `PLAID-SECRET`, or as `secret` in the body. Not empty. */
  readonly secret: string;
}

/**
 * Checks who calls. A credential comes from its header or, where that is absent, from its body
 * field; a body field beside its header is passed over.
 *
 * @returns The body without credential fields: the document's schemas do not know them.
 * @throws PlaidError `MISSING_FIELDS`, `INVALID_FIELD` or `INVALID_API_KEYS`; no message holds a
 *   value that was sent.
 */
export function checkCredentials(
  fields: readonly CredentialField[],
  accepted: SandboxCredentials,
  headers: Headers,
  body: JsonObject,
): JsonObject {
  const sent = fields.map((field) => ({ ...field, value: sentValue(field, headers, body) }));
  const missing = sent.filter((field) => field.value === undefined || field.value === "");
  if (missing.length > 0) {
    throw missingFields(missing.map((field) => `${field.bodyField} (or header ${field.header})`));
  }
  const wrongType = sent.filter((field) => typeof field.value !== "string");
  if (wrongType.length > 0) {
    throw invalidField(wrongType, (field) => `${field.bodyField} must be a string`);
  }
  // Every pair is compared, so that the time taken tells nothing about which of them is wrong.
  const expected = new Map(Object.entries(accepted));
  const matches = sent.map((field) => isSame(String(field.value), expected.get(field.scheme)));
  if (matches.includes(false)) {
    const names = fields.map((field) => field.bodyField).join(" or ");
    throw new PlaidError("INVALID_API_KEYS", `invalid ${names} provided`);
  }
  const names = new Set(fields.map((field) => field.bodyField));
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.has(name)));
}

function sentValue(field: CredentialField, headers: Headers, body: JsonObject): unknown {
  const header = headers.get(field.header);
  if (header !== null && header !== "") return header;
  return Object.hasOwn(body, field.bodyField) ? body[field.bodyField] : undefined;
}

/** Compares digests: `timingSafeEqual` needs equal lengths, and a length would tell something. */
function isSame(sent: string, expected: string | undefined): boolean {
  return expected !== undefined && timingSafeEqual(digest(sent), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
