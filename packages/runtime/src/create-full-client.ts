import type { Client } from "./client-type.js";
import { createClient } from "./create-client.js";
import type { ClientDefinition, ClientDetails } from "./definition.js";
import type { ServerOptions } from "./environment/resolve-base-url.js";
import { checking } from "./features/checking.js";
import { cleaning } from "./features/cleaning.js";
import { locating } from "./features/locating.js";
import { naming } from "./features/naming.js";
import { pacing } from "./features/pacing.js";
import { placing } from "./features/placing.js";
import { printing } from "./features/printing.js";
import { recording } from "./features/recording.js";
import { sharing } from "./features/sharing.js";
import { watching } from "./features/watching.js";
import { wrapping } from "./features/wrapping.js";
import type { ClientOptions } from "./options.js";
import { rawClient } from "./raw/raw-client.js";
import type { RawClient } from "./raw/raw-client-type.js";

/**
 * Makes a client of an API that has all features, and the openapi-fetch client underneath.
 *
 * @param definition What the API's operations share.
 * @param details What features know of the API.
 * @param options What the caller sets; `serverVariables` where the definition has some.
 * @throws ConfigurationError As {@link createClient} does, and for an option of the wrong kind.
 */
export function createFullClient<Paths extends {}>(
  definition: ClientDefinition,
  details: ClientDetails,
  options: ClientOptions & ServerOptions = {},
): Client<Paths> & { readonly raw: RawClient<Paths> } {
  const client = createClient<Paths>(definition, options, [
    checking(definition, options),
    naming(details),
    cleaning,
    sharing,
    printing(details),
    watching(options, details),
    ...(options.credentialPlacement === "body" ? [placing(details)] : []),
    // Around what is told of errors, which are to have their attempts by then.
    recording,
    locating,
    pacing(options, details),
    ...(options.wrapSecrets ? [wrapping(details)] : []),
  ]);
  return Object.assign(client, { raw: rawClient(client) });
}
