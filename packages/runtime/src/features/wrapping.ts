import type { ClientDetails } from "../definition.js";
import { Secret } from "../secret.js";
import type { Feature } from "./feature.js";

/** Gives the strings of JSON answers that the API's definition calls sensitive as {@link Secret}s. Streams and blobs are left as they are. */
export function wrapping({ sensitive }: ClientDetails): Feature {
  const names = new Set(sensitive);
  return (client) => {
    client.wrap = (data) => (isJsonValue(data) ? wrapped(data, names) : data);
  };
}

/** Was it parsed as a whole? A stream is an object, too, and a copy of a blob's properties holds nothing. */
function isJsonValue(data: unknown): data is object {
  if (Object(data) !== data || Symbol.asyncIterator in (data as object)) return false;
  return Array.isArray(data) || Object.getPrototypeOf(data) === Object.prototype;
}

/** A copy with secrets. It is made without recursion: an answer may be nested deeper than the stack is high. */
function wrapped(data: object, names: ReadonlySet<string>): unknown {
  const waiting: { from: object; to: object; all: boolean }[] = [];
  const copyOf = (value: unknown, all: boolean) => {
    if (all && typeof value === "string") return new Secret(value);
    if (Object(value) !== value) return value;
    const to = Array.isArray(value) ? [] : {};
    waiting.push({ from: value as object, to, all });
    return to;
  };
  const copy = copyOf(data, false);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { from, to, all } = next;
    const named = !Array.isArray(from);
    for (const [name, each] of Object.entries(from) as [string, unknown][]) {
      // An assignment to `__proto__` would do something else.
      Object.defineProperty(to, name, {
        value: copyOf(each, all || (named && names.has(name))),
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
  }
  return copy;
}
