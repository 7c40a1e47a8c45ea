import type { ClientDefinition } from "../definition.js";
import { didYouMean } from "../did-you-mean.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/**
 * Refuses credentials that the API doesn't have, misspelt ones for example.
 *
 * @param given What the caller gave.
 * @throws ConfigurationError Naming those that it has.
 */
export function checkCredentials(
  { credentials }: ClientDefinition,
  given: object | undefined,
): void {
  const known = Object.keys(credentials);
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value !== undefined && !known.includes(name)) {
      throw new ConfigurationError(
        `There is no credential ${JSON.stringify(name)}.${didYouMean(name, known)} Credentials are: ${known.join(", ") || "none"}.`,
      );
    }
  }
}
