import type { ClientOptions } from "../options.js";
import type { ServerOptions } from "../environment/resolve-base-url.js";
import { checkCredentials } from "./check-credentials.js";
import { callRules, checkOptions, clientRules } from "./check-options.js";
import type { Feature } from "./feature.js";

/**
 * Refuses options and credentials that are misspelt or of the wrong kind, as callers without a type checker may give them.
 *
 * @param options All that the client is made with.
 * @throws ConfigurationError At once, and for the options of a call when it is made.
 */
export function checking(options: ClientOptions & ServerOptions): Feature {
  return (client) => {
    const { definition } = client;
    const { serverVariables, ...others } = clientRules;
    checkOptions(options, definition.serverVariables ? clientRules : others);
    checkCredentials(definition, options.credentials);
    client.check = (call) => {
      checkOptions(call, callRules);
      checkCredentials(definition, call.credentials);
    };
  };
}
