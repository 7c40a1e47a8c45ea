import type { Secrets } from "./secrets.js";

/**
 * A foreign error as a cause: itself where it can hold no secret, else another with what is left of its message.
 *
 * @param isTrusted Does it come from the platform's own `fetch`, whose errors tell a secret in their message at most?
 */
export function cleanError(error: unknown, secrets: Secrets, isTrusted?: boolean): unknown {
  const { message } = Object(error) as Error;
  const clean = secrets.scrub(String(message));
  return isTrusted && clean === message ? error : new Error(clean);
}
