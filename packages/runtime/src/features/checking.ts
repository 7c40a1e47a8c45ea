import type { ClientDefinition } from "../definition.js";
import type { ServerOptions } from "../environment/resolve-base-url.js";
import type { ClientOptions } from "../options.js";
import { checkCredentials } from "./check-credentials.js";
import { callRules, checkOptions, clientRules } from "./check-options.js";
import type { Feature } from "./feature.js";

/**
 * Refuses options and credentials that are misspelt or of the wrong kind, as callers without a type checker may give them.
 *
 * @param options All that the client is made with. They are looked at before anything is made of them.
 * @returns What looks at the options of each call.
 * @throws ConfigurationError Naming the option, and what it must be.
 */
export function checking(
  definition: ClientDefinition,
  options: ClientOptions & ServerOptions,
): Feature {
  const { serverVariables: _, ...others } = clientRules;
  checkOptions(options, definition.serverVariables ? clientRules : others);
  checkCredentials(definition, options.credentials);
  return (client) => {
    client.check = (call) => {
      checkOptions(call, callRules);
      checkCredentials(definition, call.credentials);
    };
  };
}
