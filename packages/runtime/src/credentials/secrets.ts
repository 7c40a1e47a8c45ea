import { inspect, printers } from "../errors/printing.js";
import { formsOf } from "./forms-of.js";
import { redacted } from "./redact.js";

/** Below this length a value is too common in other text to be taken for a secret. */
const shortest = 4;

/** The credential values that a call has used, and their removal from whatever could show them. */
export class Secrets {
  readonly #values = new Set<string>();
  /** All forms that they may come back in, made when they are first looked for: most calls never look. */
  #forms: string[] | undefined;

  /** Remembers a value, which a header can carry: characters of Latin-1. */
  add(value: string): void {
    if (value.length < shortest) return;
    this.#values.add(value);
    this.#forms = undefined;
  }

  /** The text without secrets, in whatever form they may come back: as they are, in JSON, in a URL, in HTML, in base64. */
  scrub(text: string): string {
    // Much of JSON is short, and there may be much of it.
    if (text.length < shortest) return text;
    this.#forms ??= [...new Set([...this.#values].flatMap(formsOf))]
      // Longest first, so that a value which is part of another leaves no rest of it.
      .sort((a, b) => b.length - a.length);
    // Not by one regular expression: engines refuse a long one, and quote it.
    for (const form of this.#forms) text = text.replaceAll(form, redacted);
    return text;
  }

  /** The text of a body without secrets. JSON is looked into, because any character of it may be written as an escape. */
  scrubBody(text: string): string {
    if (!this.#values.size) return text;
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return this.scrub(text);
    }
    let rewrite = text.includes("\\");
    try {
      const rewritten = JSON.stringify(json, (_, value: unknown) => {
        const clean = this.#scrubPrimitive(value);
        rewrite ||= clean !== value;
        return clean;
      });
      return this.scrub(rewrite ? rewritten : text);
    } catch {
      return redacted; // Too deep to be looked into.
    }
  }

  /**
   * The error if no secret is in it, else a copy of what is harmless in it. An injected `fetch` may throw anything.
   */
  clean(error: unknown): unknown {
    try {
      return this.#isClean(error, new Set()) ? error : this.#copy(error, 0);
    } catch {
      return undefined; // It is too deep, or can't be read.
    }
  }

  #scrubPrimitive(value: unknown): unknown {
    if (isObject(value)) return value;
    const text = String(value);
    const clean = this.scrub(text);
    return clean === text ? value : clean;
  }

  #isClean(value: unknown, seen: Set<object>): boolean {
    if (!isObject(value)) return Object.is(this.#scrubPrimitive(value), value);
    if (seen.has(value)) return true;
    seen.add(value);
    // What has inner slots or methods of its own, as Request and Headers do, can hold a secret that a look at its properties would miss.
    const plain =
      value instanceof Error ||
      Array.isArray(value) ||
      Object.getPrototypeOf(value) === Object.prototype;
    return (
      plain &&
      // Ours show nothing that a look at the properties would miss.
      (["toJSON", inspect] as const).every(
        (key) => !(key in value) || (value as typeof printers)[key] === printers[key],
      ) &&
      properties(value).every(([key, each]) => this.scrub(key) === key && this.#isClean(each, seen))
    );
  }

  #copy(value: unknown, depth: number): unknown {
    if (!isObject(value)) return this.#scrubPrimitive(value);
    if (!(value instanceof Error)) return redacted;
    const copy = new Error();
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

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/**
 * The properties that printing a value may show, the ones of errors that are not enumerable or are inherited included. An
 * accessor stands for itself, a function: it may give something else each time. Only V8's own of the stack is trusted.
 */
function properties(value: object): [string, unknown][] {
  const keys = new Set<string | symbol>(Reflect.ownKeys(value));
  if (value instanceof Error)
    for (const key of ["name", "message", "stack", "cause"]) keys.add(key);
  const stack = getter(new Error(), "stack");
  return [...keys].map((key) => {
    const get = getter(value, key);
    return [
      String(key),
      get && get !== stack ? get : (value as Record<string | symbol, unknown>)[key],
    ];
  });
}

function getter(value: object, key: string | symbol): unknown {
  return (Object.getOwnPropertyDescriptor(value, key) as { get?: unknown } | undefined)?.get;
}
