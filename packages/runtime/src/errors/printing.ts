import { redact, redacted, redactText } from "../credentials/redact.js";

/** An error with a body, as a call gets it. */
interface WithBody extends Error {
  readonly body: unknown;
}

/** Under this name Node's `inspect` finds a function that shows an object. */
export const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;

/** What not to show of the bodies of errors. Beside them, because a private field would make two copies of their types differ. */
const hidden = new WeakMap<object, ReadonlySet<string>>();

/** How errors with a body are printed: `JSON.stringify` and Node's `inspect` look for these functions. */
export const printers = {
  toJSON(this: WithBody): unknown {
    return { ...this, body: shownBody(this) };
  },
  /** `inspect` shows what this gives, and the error as it shows every other if this gives the error itself. */
  [inspect](this: WithBody): unknown {
    if (!hidden.has(this)) return this;
    const copy: object = Object.setPrototypeOf(new Error(), Object.getPrototypeOf(this));
    return Object.defineProperties(copy, {
      ...Object.getOwnPropertyDescriptors(this),
      // V8's own accessor would give the stack of the copy.
      stack: { value: this.stack, enumerable: false },
      body: { value: shownBody(this), enumerable: true },
    });
  },
};

/**
 * Keeps what is sensitive in the body of an error out of what is printed of it. The body itself stays as it is.
 *
 * @param error The error, which is changed.
 * @param names The JSON properties whose values are sensitive.
 */
export function hideWhenPrinted<E extends WithBody>(error: E, names: readonly string[]): E {
  if (!names.length) return error;
  hidden.set(error, new Set(names));
  // Node prints what nobody catches without asking the functions above, and loggers copy what they can enumerate.
  return Object.defineProperty(error, "body", { enumerable: false });
}

function shownBody(error: WithBody): unknown {
  const names = hidden.get(error);
  const { body } = error;
  if (!names) return body;
  if (typeof body === "string") return redactText(body, names);
  try {
    return redact(body, names);
  } catch {
    return redacted; // Too deep to be looked into.
  }
}
