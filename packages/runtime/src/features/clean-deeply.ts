import type { Secrets } from "../credentials/secrets.js";
import { inspect } from "../inspect.js";
import { printers } from "./printing.js";

/** How deep the causes of an error are looked into. */
const deepest = 9;

/**
 * The error if no secret can be seen in it however it is printed, else another with what is left of its message. An injected `fetch`
 * may throw anything.
 */
export function cleanDeeply(error: unknown, secrets: Secrets): unknown {
  try {
    return isClean(error, secrets, deepest)
      ? error
      : new Error(secrets.scrub((error as Error).message));
  } catch {
    return undefined; // It can't be read.
  }
}

function isClean(value: unknown, secrets: Secrets, depth: number): boolean {
  if (Object(value) !== value) return secrets.scrub(String(value)) === String(value);
  if (isOurs(value)) return true;
  const object = value as Record<string | symbol, unknown>;
  // What has inner slots or methods of its own, as Request and Headers do, can hold a secret that a look at its properties would miss.
  const isPlain =
    object instanceof Error ||
    Array.isArray(object) ||
    Object.getPrototypeOf(object) === Object.prototype;
  const prints = ["toJSON", inspect].some((key) => key in object && !isOurs(object[key]));
  const keys = new Set(Reflect.ownKeys(object));
  // Those of errors may be inherited.
  if (object instanceof Error) for (const key of ["name", "message", "stack"]) keys.add(key);
  const stack = getterOf(new Error(), "stack");
  return (
    isPlain &&
    !prints &&
    depth > 0 &&
    [...keys].every((key) => {
      // An accessor may give something else each time. Only V8's own of the stack is trusted.
      const get = getterOf(object, key);
      return (
        (!get || get === stack) &&
        isClean(String(key), secrets, 1) &&
        isClean(object[key], secrets, depth - 1)
      );
    })
  );
}

function getterOf(object: object, key: string | symbol): unknown {
  return (Object.getOwnPropertyDescriptor(object, key) as { get?: unknown } | undefined)?.get;
}

/** Functions of ours print nothing that a look at the properties would miss. */
function isOurs(value: unknown): boolean {
  return printers.has(value as object);
}
