/** A JSON object out of a document. Its keys are document text: read them through {@link get} or `Object.entries`. */
export type JsonObject = { [key: string]: unknown };

/** Whether `value` is a JSON object, no array and no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own member of a JSON object; never what an object inherits. */
export function get(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Sets an own member, `__proto__` included. */
export function set(target: JsonObject, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
}

/** An own member that is an object. */
export function getObject(value: unknown, key: string): JsonObject | undefined {
  const member = get(value, key);
  return isObject(member) ? member : undefined;
}

/** An own member that is a string. */
export function getString(value: unknown, key: string): string | undefined {
  const member = get(value, key);
  return typeof member === "string" ? member : undefined;
}

/** An own member that is a list; an empty one where there is none. */
export function getList(value: unknown, key: string): readonly unknown[] {
  const member = get(value, key);
  return Array.isArray(member) ? member : [];
}

/** The own members of an own member that is an object; none where there is none. */
export function getEntries(value: unknown, key: string): [string, unknown][] {
  return Object.entries(getObject(value, key) ?? {});
}
