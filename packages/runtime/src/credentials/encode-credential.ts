import type { Secrets } from "./secrets.js";

/** What a bearer token is sent as (RFC 6750, 2.1). */
export function bearer(value: string): string {
  return `Bearer ${value}`;
}

/**
 * What `user:password` is sent as (RFC 7617, 2).
 *
 * @param secrets Gets what may come back alone: the password, and all of it encoded.
 */
export function basic(value: string, secrets: Pick<Secrets, "add">): string {
  const encoded = btoa(value);
  secrets.add(encoded);
  secrets.add(value.slice(value.indexOf(":") + 1));
  return `Basic ${encoded}`;
}
