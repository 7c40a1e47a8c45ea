import type { Secrets } from "./secrets.js";

/** A text without secrets. JSON is written anew: a secret could hide behind escapes. */
export function scrubbed(text: string, secrets: Pick<Secrets, "scrub">): string {
  try {
    return secrets.scrub(JSON.stringify(JSON.parse(text)));
  } catch {
    return secrets.scrub(text);
  }
}
