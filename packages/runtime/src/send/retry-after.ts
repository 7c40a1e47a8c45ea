/**
 * Reads the `Retry-After` header of an answer: seconds, or a date (RFC 9110, 10.2.3).
 *
 * @returns Milliseconds from now on, 0 for a date that has passed, undefined for what is neither form.
 */
export function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(text)) return +text * 1000;
  // The three forms of an HTTP-date (RFC 9110, 5.6.7) begin with the name of a day, and all are in GMT, also asctime's that does
  // not say so. `Date.parse` alone takes far more than dates.
  const left = Math.max(0, Date.parse(text.replace(/\d$/, "$& GMT")) - Date.now());
  return /^[MTWFS][a-z]{2}/.test(text) && left >= 0 ? left : undefined;
}
