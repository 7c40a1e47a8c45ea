import { redact, redactText } from "../credentials/redact.js";
import { redacted } from "../credentials/redacted.js";
import type { ClientDetails } from "../definition.js";
import type { ApiError } from "../errors/api-error.js";
import { inspect } from "../inspect.js";
import type { Feature } from "./feature.js";

/** The functions that print errors here. They show no more than a look at the properties. */
export const printers: WeakSet<object> = new WeakSet();

/** Shows the bodies of `ApiError`s where they are printed, without what the API's definition calls sensitive. */
export function printing({ sensitive }: ClientDetails): Feature {
  const names = new Set(sensitive);
  return (client) => {
    client.print = (error) => showBody(error, names);
  };
}

/**
 * Lets `JSON.stringify` and Node's `inspect` show the body of an error, without some of it. What prints errors otherwise, as Node
 * does with one that nobody catches, does not show it.
 *
 * @param names The JSON properties whose values are sensitive.
 */
function showBody(error: ApiError, names: ReadonlySet<string>): void {
  const shown = () => {
    const { body } = error;
    try {
      return typeof body === "string" ? redactText(body, names) : redact(body, names);
    } catch {
      return redacted; // Too deep to be looked into.
    }
  };
  const own = {
    toJSON: () => Object.assign({}, error, { body: shown() }),
    [inspect]: () => {
      const copy: object = Object.setPrototypeOf(new Error(), Object.getPrototypeOf(error));
      return Object.defineProperties(copy, {
        ...Object.getOwnPropertyDescriptors(error),
        // V8's own accessor would give the stack of the copy.
        stack: { value: error.stack, enumerable: false },
        body: { value: shown(), enumerable: true },
        [inspect]: { value: undefined },
      });
    },
  };
  for (const key of Reflect.ownKeys(own) as (keyof typeof own)[]) {
    const value = own[key];
    printers.add(value);
    Object.defineProperty(error, key, { value });
  }
}
