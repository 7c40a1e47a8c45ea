import { canonical } from "../data.ts";

/** What two documents say of a thing that one may not have. */
export function presence(ours: unknown, upstream: unknown) {
  const said = (one: unknown) => (one === undefined ? undefined : "present");
  return { ours: said(ours), upstream: said(upstream) };
}

/** Those of a list that another list does not have. */
export function missing<T>(from: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others.map(canonical));
  return from.filter((one) => !known.has(canonical(one)));
}
