import { redacted } from "./credentials/redacted.js";
import { inspect } from "./inspect.js";
import { sending } from "./sending.js";

/** Beside the secrets, where no printing looks, nor a debugger's view of fields. */
const values = /* @__PURE__ */ new WeakMap<object, string>();

/**
 * A text that prints as `[redacted]`: in template strings, as JSON, in Node's `inspect` and consoles. A structured clone of it
 * holds nothing, and neither does an object that its properties are copied into. A client takes one as a credential and in a
 * request, and sends what it holds.
 */
export class Secret {
  /** @param value The text. It is in no property, so that no printer and no debugger that walks properties comes upon it. */
  constructor(value: string) {
    values.set(this, value);
  }

  /** @returns The text itself. */
  reveal(): string {
    return values.get(this)!;
  }

  /** @returns `[redacted]` */
  toString(): string {
    if (!sending.secrets) return redacted;
    const value = this.reveal();
    sending.secrets.add(value);
    return value;
  }

  /** @returns `[redacted]` */
  toJSON(): string {
    return this.toString();
  }

  /** @returns `[redacted]`, also where a number is asked for. */
  [Symbol.toPrimitive](): string {
    return this.toString();
  }

  // Where Node's `inspect` looks. Of no type, so that secrets of two copies of this package are of one.
  [inspect as never](): string {
    return redacted;
  }
}
