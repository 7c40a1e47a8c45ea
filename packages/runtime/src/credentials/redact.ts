import { redacted } from "./redacted.js";

/** Names of properties, headers and parameters. */
export interface Names {
  has(name: string): boolean;
}

/**
 * A copy of a JSON value in which the values of some properties are replaced, at any depth.
 *
 * @param value A JSON value.
 * @param names The properties whose values are secret.
 * @throws RangeError When it is too deep to be looked into.
 */
export function redact(value: unknown, names: Names): unknown {
  if (Object(value) !== value) return value;
  if (Array.isArray(value)) return value.map((item) => redact(item, names));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [
      name,
      names.has(name) && each !== null ? redacted : redact(each, names),
    ]),
  );
}

/**
 * A text without what is secret: JSON as its value, other text as it is, or its replacement. What can't be taken apart, and may
 * hold something secret, is not shown at all.
 *
 * @param text Any text.
 * @param names The properties whose values are secret.
 */
export function redactText(text: string, names: ReadonlySet<string>): unknown {
  try {
    // Whatever its type says: an answer may have another, or none.
    return redact(JSON.parse(text), names);
  } catch {
    // An escape may hide a name.
    return names.size && [...names, "\\u"].some((name) => text.includes(name)) ? redacted : text;
  }
}

/**
 * A URL in which the values of some parameters of the query are replaced.
 *
 * @param url A URL as `fetch` takes it.
 * @param names The parameters whose values are secret, and properties of objects in OpenAPI's style `deepObject`
 *   (`filter[name]`).
 */
export function redactUrl(url: string, names: ReadonlySet<string>): string {
  return url.replace(/(?<=^[^?#]*\?[^#]*)([^&=#]+)=([^&#]*)/g, (pair, written: string) => {
    // It decodes as servers do, and takes what is no valid encoding as it is. A plus may also stand for itself.
    const decoded = [...new URLSearchParams(pair).keys()].join("");
    return [written, decoded, ...decoded.split(/[[\]]+/)].some((name) => names.has(name))
      ? `${written}=${redacted}`
      : pair;
  });
}
