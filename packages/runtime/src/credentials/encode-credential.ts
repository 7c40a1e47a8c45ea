/** What a bearer token is sent as (RFC 6750, 2.1). */
export function bearer(value: string): string {
  return `Bearer ${value}`;
}

/** What `user:password` is sent as (RFC 7617, 2). */
export function basic(value: string): string {
  return `Basic ${btoa(value)}`;
}
