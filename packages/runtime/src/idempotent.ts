/** Methods that may be sent again by their definition (RFC 9110, 9.2.2). */
const methods = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

/** May a request with this method be repeated, when nothing more is known of it? */
export function isIdempotent(method: string): boolean {
  return methods.has(method.toUpperCase());
}
