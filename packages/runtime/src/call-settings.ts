import { callRules, checkOptions } from "./check-options.js";
import type { OperationOptions } from "./client-type.js";
import { checkCredentials } from "./credentials/check-credentials.js";
import type { Secrets } from "./credentials/secrets.js";
import { checkBaseUrl } from "./environment/check-base-url.js";
import type { ClientDefinition, OperationDefinition } from "./definition.js";
import { isIdempotent } from "./idempotent.js";
import type { ClientOptions } from "./options.js";
import type { SendSettings } from "./send/send.js";
import { longestTimer } from "./send/sleep.js";
import type { Watcher } from "./watch.js";

/** What a client is set up with. */
export interface ClientSettings {
  readonly definition: ClientDefinition;
  readonly options: ClientOptions;
  /** The credentials that the caller gave. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly baseUrl: string;
  /** The name that {@link baseUrl} comes from; undefined where the caller gave it. */
  readonly environment: string | undefined;
  readonly watcher: Watcher;
  /** The `Accept` header of operations that answer with JSON, null for none. */
  readonly accept: string | null;
}

/**
 * The settings of one call: its own options, else the client's, else the defaults. This is the one place of the defaults.
 *
 * @throws ConfigurationError When the options of the call are not valid.
 */
export function callSettings(
  { definition, options, given, baseUrl: own, environment, watcher, accept }: ClientSettings,
  {
    id,
    method,
    idempotent,
    security,
    servers,
    response,
  }: Pick<OperationDefinition, "id" | "method" | "idempotent" | "security" | "servers"> & {
    readonly response?: OperationDefinition["response"];
  },
  call: OperationOptions = {},
  secrets: Secrets,
): SendSettings {
  checkOptions(call, callRules);
  // A base URL that the caller gave stands for all servers, that of a test for example.
  const server = environment === undefined ? undefined : servers?.[environment];
  const baseUrl = server ? checkBaseUrl(server, `The server of ${id}`) : own;
  return {
    operation: id,
    streams: typeof response === "object",
    baseUrl,
    origin: `${new URL(baseUrl).origin}/`,
    definition,
    watcher,
    accept,
    security: security ?? definition.security,
    given: { ...given, ...checkCredentials(definition, call.credentials) },
    inBody: options.credentialPlacement === "body",
    idempotent: idempotent ?? isIdempotent(method),
    timeout: call.timeout ?? options.timeout ?? 30_000,
    deadline: call.deadline ?? options.deadline,
    retries: call.retries ?? options.retries ?? 2,
    maxRetryDelay: Math.min(options.maxRetryDelay ?? 30_000, longestTimer),
    signal: call.signal,
    fetch: options.fetch ?? globalThis.fetch,
    secrets,
  };
}
