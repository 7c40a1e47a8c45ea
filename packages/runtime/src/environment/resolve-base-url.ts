import type { ClientDefinition } from "../definition.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ClientOptions } from "../options.js";
import { checkBaseUrl } from "./check-base-url.js";
import { readEnv, withVariable } from "./read-env.js";

/** Where requests go, and the environment that says so; none where the caller gave a base URL. */
export interface BaseUrl {
  readonly baseUrl: string;
  readonly environment?: string | undefined;
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
  { environments, envPrefix, serverVariables: fill }: ClientDefinition,
  { baseUrl, environment: chosen, serverVariables }: ClientOptions & ServerOptions,
): BaseUrl {
  if (baseUrl !== undefined) return { baseUrl: checkBaseUrl(baseUrl, "Option baseUrl") };
  const names = Object.keys(environments);
  const variable = envPrefix && `${envPrefix}_ENV`;
  const environment = chosen ?? readEnv(variable) ?? (names[1] ? undefined : names[0]);
  if (!names.includes(environment!)) {
    throw new ConfigurationError(
      `Option ${withVariable("environment", variable)} must be one of ${JSON.stringify(names)}, or set baseUrl`,
    );
  }
  const url = environments[environment!]!;
  const filled = fill?.(environment!, url, serverVariables) ?? url;
  return { baseUrl: checkBaseUrl(filled, `Environment ${environment}`), environment };
}
