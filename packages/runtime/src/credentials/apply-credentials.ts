import type { CallState } from "../call-state.js";
import type { Sendable } from "../send/sendable.js";

/** Credentials by name. */
export type CredentialValues = readonly (readonly [name: string, value: string])[];

/**
 * Puts credentials into a copy of a request, each where its definition says.
 *
 * @param request The request without credentials. It stays as it is, for the next attempt.
 */
export function applyCredentials(
  request: Sendable,
  values: CredentialValues,
  { client, secrets }: Pick<CallState, "client" | "secrets">,
): Sendable {
  const headers = { ...request.headers } as Record<string, string>;
  let carrier: Sendable = { ...request, headers };
  for (const [key, value] of values) {
    const { name, encode, put } = client.definition.credentials[key]!;
    const sent = encode ? encode(value, secrets) : value;
    if (put) carrier = put(carrier, name, sent);
    else headers[name] = sent;
  }
  return carrier;
}
