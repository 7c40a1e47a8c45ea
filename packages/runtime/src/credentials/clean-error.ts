import type { Secrets } from "./secrets.js";

/** A foreign error if no secret is seen in it and its causes where errors hold text, else nothing. */
export function cleanError(error: unknown, secrets: Secrets): unknown {
  try {
    const { stack, cause } = error as Error;
    const json = JSON.stringify(error);
    const text = stack + json;
    // What JSON shows nothing of, a request for example, is printed otherwise.
    return secrets.scrub(text) === text &&
      !/.{}/.test(json) &&
      (!cause || cleanError(cause, secrets))
      ? error
      : undefined;
  } catch {
    return undefined; // It can't be read.
  }
}
