const METHODS = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"]);

/** Whether a method may be sent twice by its definition: RFC 9110, 9.2.2, and QUERY, which is safe. In any case. */
export function isIdempotentMethod(method: string): boolean {
  return METHODS.has(method.toUpperCase());
}
