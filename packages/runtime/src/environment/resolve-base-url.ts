import type { ClientDefinition } from "../definition.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ClientOptions } from "../options.js";
import { checkBaseUrl } from "./check-base-url.js";
import { readEnv } from "./read-env.js";

/** Where requests go, and the environment that says so; none where the caller gave a base URL. */
export interface BaseUrl {
  readonly url: string;
  readonly environment: string | undefined;
}

/** Options of clients whose servers have variables. */
export interface ServerOptions {
  readonly serverVariables?: object | undefined;
}

/**
 * Where a client sends its requests: the `baseUrl` option, else the environment of the `environment` option, else of
 * the environment variable, else the only one there is. Nothing is guessed beyond that: one of them may move money.
 *
 * @throws ConfigurationError When none is chosen, the name is unknown, or the URL must not be called.
 */
export function resolveBaseUrl(
  definition: ClientDefinition,
  options: ClientOptions & ServerOptions,
): BaseUrl {
  if (options.baseUrl !== undefined) {
    return { url: checkBaseUrl(options.baseUrl, "Option baseUrl"), environment: undefined };
  }
  const { environments, envPrefix } = definition;
  const variable = envPrefix && `${envPrefix}_ENV`;
  const names = Object.keys(environments);
  if (!names.length) {
    throw new ConfigurationError(`Option baseUrl is missing: ${definition.name} names no server.`);
  }
  const fromVariable = options.environment === undefined ? readEnv(variable) : undefined;
  const name = options.environment ?? fromVariable ?? (names.length === 1 ? names[0] : undefined);
  const known = names.map((each) => JSON.stringify(each)).join(", ");
  if (name === undefined) {
    throw new ConfigurationError(
      `No environment is chosen. Set option environment${variable ? ` or ${variable}` : ""} to one of: ${known}.`,
    );
  }
  const url = Object.hasOwn(environments, name) ? environments[name] : undefined;
  const source = fromVariable === undefined ? "Option environment" : `Variable ${variable}`;
  if (url === undefined) {
    throw new ConfigurationError(
      `${source} is ${JSON.stringify(name)}, which is none of: ${known}.`,
    );
  }
  const filled = definition.serverVariables?.(name, url, options.serverVariables) ?? url;
  return { url: checkBaseUrl(filled, `Environment ${name}`), environment: name };
}
