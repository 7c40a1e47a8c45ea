import { ConfigurationError } from "./errors/configuration-error.js";

/** Headers by their names in lower case. */
export type HeaderRecord = Readonly<Record<string, string>>;

/**
 * Merges headers; later ones win. `null` takes one away.
 *
 * @throws ConfigurationError For what is no valid header.
 */
export function headersOf(...sources: readonly (object | undefined)[]): HeaderRecord {
  const merged = new Headers();
  try {
    for (const source of sources) {
      for (const [name, value] of source instanceof Headers
        ? source
        : Object.entries(source ?? {})) {
        if (value === null) merged.delete(name);
        else if (value !== undefined) merged.set(name, value as string);
      }
    }
    return Object.fromEntries(merged);
  } catch {
    // Its message quotes the value, which may be a secret.
    throw new ConfigurationError("Option headers is not valid");
  }
}
