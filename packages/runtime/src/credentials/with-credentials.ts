import type { CallState } from "../call-state.js";
import type { CredentialValues } from "./apply-credentials.js";
import { readEnv, withVariable } from "../environment/read-env.js";
import { ClientError } from "../errors/client-error.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/** Printable Latin-1 is what a header can carry (RFC 9110, 5.5), without the blanks at the ends that `fetch` would cut off. */
const sendable = /^(?! )[ -~\u00a0-\u00ff]+(?<! )$/;

type Values = Readonly<Record<string, unknown>>;

/** What was asked and has not answered yet. Calls that need it meanwhile share the answer. */
const pending = new WeakMap<() => unknown, Promise<unknown>>();

/**
 * Does something with the values of the credentials for one attempt: of the first list in the operation's security that is
 * available as a whole. Functions are called now, and waited for; where there are none, it is done at once.
 *
 * @throws ConfigurationError When no list is available, a value can't be sent, or a function fails.
 * @throws ClientError What a function failed with, if it is one: an `AuthenticationError` of another client for example.
 */
export function withCredentials<T>(
  { client: { definition, options: own, clean }, operation, options, secrets }: CallState,
  signal: AbortSignal | undefined,
  use: (values: CredentialValues) => Promise<T>,
): Promise<T> {
  const { credentials } = definition;
  const security = operation.security ?? definition.security;
  const find = (name: string) =>
    (options.credentials as Values | undefined)?.[name] ??
    (own.credentials as Values | undefined)?.[name] ??
    readEnv(credentials[name]?.env);
  const isMissing = (name: string) => find(name) === undefined;
  const chosen = security[0] ? security.find((names) => !names.some(isMissing)) : [];
  if (!chosen) {
    const missing = security.map((names) =>
      names
        .filter(isMissing)
        .map((name) => withVariable(`credentials.${name}`, credentials[name]?.env))
        .join(" and "),
    );
    throw new ConfigurationError(`Missing credentials: ${missing.join(", or ")}`);
  }
  const know = (name: string, value: unknown) => {
    const text = (value as { reveal?(): unknown } | null | undefined)?.reveal?.() ?? value;
    if (typeof text !== "string" || !sendable.test(text)) {
      throw new ConfigurationError(
        `Credential ${name} must be a line of text without outer blanks`,
      );
    }
    secrets.add(text);
    return [name, text] as const;
  };
  const isText = (name: string) => typeof find(name) !== "function";
  if (chosen.every(isText)) return use(chosen.map((name) => know(name, find(name))));
  // All at once: strings are known when a function fails with one of them in its error. Each is a promise: where a string can't be
  // sent, what a function fails with later is caught all the same.
  return Promise.all(
    chosen.map(async (name) => {
      if (isText(name)) return know(name, find(name));
      const provider = find(name) as () => unknown;
      let answer = pending.get(provider);
      if (!answer) {
        answer = (async () => provider())().finally(() => pending.delete(provider));
        pending.set(provider, answer);
      }
      // One that does not answer in time is asked again, whoever asked it.
      signal?.addEventListener("abort", () => pending.delete(provider));
      try {
        return know(name, await answer);
      } catch (error) {
        if (error instanceof ClientError) throw error;
        const cause = clean(error, secrets);
        throw new ConfigurationError(`The function of credential ${name} failed`, { cause });
      }
    }),
  ).then(use);
}
