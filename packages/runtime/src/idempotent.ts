/**
 * Methods that may be sent again by their definition: RFC 9110, 9.2.2, and QUERY, a GET with a body
 * (draft-ietf-httpbis-safe-method-w-body, section 2).
 */
const methods = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"]);

/** May a request with this method be repeated, when nothing more is known of it? */
export function isIdempotent(method: string): boolean {
  return methods.has(method.toUpperCase());
}
