import { redacted } from "./secrets.js";

/**
 * A copy of a JSON value in which the values of some properties are replaced, at any depth.
 *
 * @param value A JSON value.
 * @param names The properties whose values are secret.
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
