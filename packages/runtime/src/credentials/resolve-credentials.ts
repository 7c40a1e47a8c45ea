import type { ClientDefinition, SecurityDefinition } from "../definition.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { readEnv } from "../environment/read-env.js";
import type { Secrets } from "./secrets.js";

/** Printable Latin-1 is what a header can carry (RFC 9110, 5.5), without the blanks at the ends that `fetch` would cut off. */
const sendable = /^(?! )[ -~\u00a0-\u00ff]+(?<! )$/;

/** Where the values of credentials come from. */
export interface CredentialSource {
  readonly definition: ClientDefinition;
  /** What is needed: any one of the lists. */
  readonly security: SecurityDefinition;
  /** What the caller gave, by name. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Collects the values. */
  readonly secrets: Secrets;
}

/**
 * The values of the credentials for one attempt: of the first list in `security` that is available as a whole.
 * Functions are called now.
 *
 * @throws ConfigurationError When no list is available, or a value can't be sent.
 */
export async function resolveCredentials({
  definition,
  security,
  given,
  secrets,
}: CredentialSource): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  const variable = (name: string) => definition.credentials[name]?.env;
  const find = (name: string) => given[name] ?? readEnv(variable(name));
  const chosen = security.find((names) => names.every((name) => find(name) !== undefined));
  if (!chosen) {
    if (!security.length) return values;
    const missing = security.map((names) =>
      names
        .filter((name) => find(name) === undefined)
        .map((name) => `credentials.${name}${variable(name) ? ` (or ${variable(name)})` : ""}`)
        .join(" and "),
    );
    throw new ConfigurationError(`Credentials are missing. Set ${missing.join(", or ")}.`);
  }
  const know = (name: string, value: unknown) => {
    const text = checkValue(name, value);
    secrets.add(text);
    // Of `user:password` (RFC 7617, 2) the password may come back alone.
    if (definition.credentials[name]?.encode) secrets.add(text.slice(text.indexOf(":") + 1));
    values.set(name, text);
  };
  const found = chosen.map((name) => [name, find(name)] as const);
  // Strings first, so that they are known when a function fails with one of them in its error.
  for (const [name, value] of found) if (typeof value !== "function") know(name, value);
  for (const [name, value] of found) {
    if (typeof value !== "function") continue;
    let asked: unknown;
    try {
      asked = await (value as () => unknown)();
    } catch (error) {
      const cause = secrets.clean(error);
      throw new ConfigurationError(`The function for credential ${name} failed.`, { cause });
    }
    know(name, asked);
  }
  return values;
}

function checkValue(name: string, value: unknown): string {
  if (typeof value !== "string") {
    throw new ConfigurationError(
      `Credential ${name} must be a string, or a function that gives one, and is of type ${typeof value}.`,
    );
  }
  if (!value) throw new ConfigurationError(`Credential ${name} is empty.`);
  if (!sendable.test(value)) {
    throw new ConfigurationError(
      `Credential ${name} can't be sent: it has blanks around it, line breaks or other control characters in it. A line break at the end often comes from the file it was read from.`,
    );
  }
  return value;
}
