import type { Secrets } from "./secrets.js";

/** A foreign error if no secret is seen in it where errors hold text, else nothing. */
export function cleanError(error: unknown, secrets: Secrets): unknown {
  try {
    const { stack, cause } = error as Error;
    const text = stack + JSON.stringify([error, cause, String(cause)]);
    return secrets.scrub(text) === text ? error : undefined;
  } catch {
    return undefined; // It can't be read.
  }
}
