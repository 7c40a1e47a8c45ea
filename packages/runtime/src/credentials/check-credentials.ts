import type { ClientDefinition } from "../definition.js";
import { didYouMean } from "../did-you-mean.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/**
 * The credentials that a caller gave, those that are undefined left out.
 *
 * @throws ConfigurationError For a name that the API doesn't have, a misspelt one for example.
 */
export function checkCredentials(
  definition: ClientDefinition,
  given: object | undefined,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  const known = Object.keys(definition.credentials);
  for (const [name] of entries) {
    if (!Object.hasOwn(definition.credentials, name)) {
      throw new ConfigurationError(
        `There is no credential ${JSON.stringify(name)}.${didYouMean(name, known)} Credentials are: ${known.join(", ") || "none"}.`,
      );
    }
  }
  return Object.fromEntries(entries);
}
