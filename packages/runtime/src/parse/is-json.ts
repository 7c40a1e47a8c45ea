/**
 * Does this `Content-Type` announce JSON: `application/json` or a `+json` type (RFC 6839, 3.1)? Without a type, it may be. A
 * header that was sent twice is a list.
 */
export function isJson(type: string | null | undefined): boolean {
  return /^$|[/+]json\b/i.test(type ?? "");
}
