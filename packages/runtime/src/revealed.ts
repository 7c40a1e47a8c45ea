/** A value, or the text of a `Secret`, while a request is made. Known by its method, so that nobody carries the class for it. */
export function revealed(value: unknown): unknown {
  return (Object(value) as { reveal?: unknown }).reveal ? String(value) : value;
}

/** A copy of an object, with the texts of those of its members that are a `Secret`; what is no object as it is. */
export function revealedMembers<T>(value: T): T {
  if (Object.getPrototypeOf(Object(value)) !== Object.prototype) return value;
  const members = Object.entries(value as object).map(([name, each]) => [name, revealed(each)]);
  return Object.fromEntries(members) as T;
}
