/** A JSON object out of a document, whatever may be wrong with it. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is a JSON object, no list and no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own member of a JSON object; never what an object inherits. */
export function get(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** An own member that is a list; an empty one where there is none. */
export function getList(value: unknown, key: string): readonly unknown[] {
  const member = get(value, key);
  return Array.isArray(member) ? member : [];
}

/** The members of an own member that are objects themselves; none where there is none. */
export function getObjects(value: unknown, key: string): [string, JsonObject][] {
  const member = get(value, key);
  return Object.entries(isObject(member) ? member : {}).filter(
    (entry): entry is [string, JsonObject] => isObject(entry[1]),
  );
}

/** JSON with its keys in order: the same text for what means the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
