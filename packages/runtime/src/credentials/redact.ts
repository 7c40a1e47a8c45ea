/** What stands in place of a secret. */
export const redacted = "[redacted]";

/**
 * A copy of a JSON value in which the values of some properties are replaced, at any depth.
 *
 * @param value A JSON value.
 * @param names The properties whose values are secret.
 * @throws RangeError When it is too deep to be looked into.
 */
export function redact(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => redact(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      names.has(name) && each !== null ? redacted : redact(each, names),
    ]),
  );
}

/**
 * A text that is no JSON, or its replacement: what can't be taken apart, and may hold something secret, is not shown at all.
 *
 * @param text Any text.
 * @param names The properties whose values are secret.
 */
export function redactText(text: string, names: ReadonlySet<string>): string {
  // An escape may hide a name.
  const found = names.size && [...names, "\\u"].some((name) => text.includes(name));
  return found ? redacted : text;
}

/**
 * A URL in which the values of some parameters of the query are replaced.
 *
 * @param url A URL as `fetch` takes it.
 * @param names The parameters whose values are secret, and properties of objects in OpenAPI's style `deepObject`
 *   (`filter[name]`).
 */
export function redactUrl(url: string, names: ReadonlySet<string>): string {
  const [, start = url, query = "", hash = ""] = /^([^?#]*\?)([^#]*)(.*)$/s.exec(url) ?? [];
  const shown = query.split("&").map((pair) => {
    const written = pair.slice(0, Math.max(0, pair.indexOf("=")));
    // It decodes as servers do, and takes what is no valid encoding as it is.
    const name = new URLSearchParams(pair).keys().next().value ?? "";
    // openapi-fetch sends names as they are: a plus in one would be read as a space.
    const secret = [written, name, ...name.split(/[[\]]+/)].some((each) => names.has(each));
    return written && secret ? `${written}=${redacted}` : pair;
  });
  return start + shown.join("&") + hash;
}
