import { checkBaseUrl } from "./check-base-url.js";

/**
 * Makes what gives the base URL of an operation that has its own servers.
 *
 * @param servers Base URLs by environment. One that is not listed has the client's. A base URL that the caller gave stands for all
 *   servers, that of a test for example.
 */
export function operationServers(
  servers: Readonly<Record<string, string>>,
): (environment: string | undefined) => string | undefined {
  return (environment) => {
    const url = environment === undefined ? undefined : servers[environment];
    return url && checkBaseUrl(url, "The operation's server");
  };
}
