/**
 * Reads a `Retry-After` header: seconds, or a date (RFC 9110, 10.2.3).
 *
 * @param value The header's value, null where there is none.
 * @param now The time that a date is measured from, in milliseconds since 1970.
 * @returns Milliseconds from `now` on, 0 for a date that has passed, undefined for what is neither form.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value ?? "";
  if (/^\d+$/.test(text)) return +text * 1000;
  // The three forms of an HTTP-date (RFC 9110, 5.6.7) begin with the name of a day. `Date.parse` alone takes far more than dates.
  const left = Math.max(0, Date.parse(text) - now);
  return /^[MTWFS][a-z]{2}/.test(text) && left >= 0 ? left : undefined;
}
