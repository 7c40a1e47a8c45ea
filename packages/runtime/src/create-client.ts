import { type ClientState, states } from "./client-state.js";
import type { Client } from "./client-type.js";
import type { ClientDefinition } from "./definition.js";
import { refuseBrowser } from "./environment/refuse-browser.js";
import { resolveBaseUrl, type ServerOptions } from "./environment/resolve-base-url.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { Feature } from "./features/feature.js";
import { cleanError } from "./credentials/clean-error.js";
import { applyCredentials } from "./credentials/apply-credentials.js";
import { attempt } from "./send/attempt.js";
import { exchange } from "./send/exchange.js";
import { send } from "./send/send.js";
import { headersOf } from "./headers-of.js";
import type { CoreOptions } from "./options.js";
import { RUNTIME_RANGE, VERSION } from "./version.js";

/**
 * Makes a client of an API. Generated code calls it; see README for a definition of your own.
 *
 * @param definition What the API's operations share.
 * @param options What the caller sets; `serverVariables` where the definition has some.
 * @param features What the client can do besides making calls.
 * @throws ConfigurationError When the definition is for another version of this package, no environment is chosen, it is unknown,
 *   the base URL is unsafe, or credentials would be in a browser.
 */
export function createClient<Paths extends {}>(
  definition: ClientDefinition,
  options: CoreOptions & ServerOptions = {},
  features: readonly Feature[] = [],
): Client<Paths> {
  const { runtime } = definition;
  // The type allows no other range; a client that was compiled against another version of this package can have one.
  if ((runtime as string) !== RUNTIME_RANGE) {
    throw new ConfigurationError(
      `Needs @plaid-partner/runtime ${runtime as string}, found ${VERSION}`,
    );
  }
  refuseBrowser(definition, options);
  const state: ClientState = {
    definition,
    options: { ...options },
    ...resolveBaseUrl(definition, options),
    headers: headersOf({ accept: "application/json" }, definition.headers, options.headers),
    typed: {},
    budget: options.retryBudget ?? 20,
    send,
    attempt,
    apply: applyCredentials,
    clean: cleanError,
    exchange,
  };
  const client = {};
  states.set(client, state);
  for (const feature of features) feature(state);
  return client as Client<Paths>;
}
