/** What stands in place of a secret. */
export const redacted = "[redacted]";

/** Below this length a value is too common in other text to be taken for a secret. */
const shortest = 4;

/** The credential values that a call has used, and their removal from whatever could show them. */
export class Secrets {
  readonly #values = new Set<string>();
  /** The forms that they may come back in, made when they are first looked for: most calls never look. */
  #forms: string[] | undefined;

  /** Remembers a value. */
  add(value: string): void {
    if (value.length < shortest) return;
    this.#values.add(value);
    this.#forms = undefined;
  }

  /** The text without secrets, in whatever form they may come back: as they are, in JSON, in a URL, in base64. */
  scrub(text: string): string {
    this.#forms ??= [...this.#values]
      .flatMap((value) => [
        value,
        JSON.stringify(value).slice(1, -1),
        encodeURIComponent(value),
        btoa(value),
      ])
      // Longest first, so that a value which is part of another leaves no rest of it.
      .sort((a, b) => b.length - a.length);
    for (const form of this.#forms) text = text.replaceAll(form, redacted);
    return text;
  }

  /** The text of a body without secrets. JSON is looked into, because any character of it may be written as an escape. */
  scrubBody(text: string): string {
    if (!this.#values.size) return text;
    let found = false;
    try {
      const json = JSON.stringify(JSON.parse(text), (_, value: unknown) => {
        if (typeof value !== "string" && typeof value !== "number") return value;
        const clean = this.scrub(String(value));
        if (clean === String(value)) return value;
        found = true;
        return clean;
      });
      if (found) text = json;
    } catch {
      // Not JSON: then nothing in it is escaped.
    }
    return this.scrub(text);
  }

  /**
   * The error if no secret is in it, else a copy of what is harmless in it. An injected `fetch` may throw anything.
   */
  clean(error: unknown): unknown {
    try {
      return this.#isClean(error, new Set()) ? error : this.#copy(error, 0);
    } catch {
      return undefined; // A getter of the error threw.
    }
  }

  #isClean(value: unknown, seen: Set<object>): boolean {
    if (typeof value === "string") return this.scrub(value) === value;
    if (typeof value !== "object" || value === null) return typeof value !== "function";
    if (seen.has(value)) return true;
    seen.add(value);
    // What has inner slots or methods of its own, as Request and Headers do, can hold a secret that a look at its properties would miss.
    const plain =
      value instanceof Error ||
      Array.isArray(value) ||
      Object.getPrototypeOf(value) === Object.prototype;
    return (
      plain &&
      properties(value).every(([key, each]) => this.scrub(key) === key && this.#isClean(each, seen))
    );
  }

  #copy(value: unknown, depth: number): unknown {
    if (typeof value === "string") return this.scrub(value);
    if (!(value instanceof Error))
      return typeof value === "object" || typeof value === "function" ? redacted : value;
    const copy = new Error(this.scrub(value.message));
    for (const [key, each] of properties(value)) {
      if (key === "cause" ? each !== undefined && depth < 8 : typeof each !== "object") {
        Object.defineProperty(copy, this.scrub(key), {
          value: this.#copy(each, depth + 1),
          configurable: true,
          writable: true,
        });
      }
    }
    return copy;
  }
}

/** The properties that printing a value may show, the ones of errors that are not enumerable or are inherited included. */
function properties(value: object): [string, unknown][] {
  const keys = new Set<string | symbol>(Reflect.ownKeys(value));
  if (value instanceof Error)
    for (const key of ["name", "message", "stack", "cause"]) keys.add(key);
  return [...keys].map((key) => [String(key), (value as Record<string | symbol, unknown>)[key]]);
}
