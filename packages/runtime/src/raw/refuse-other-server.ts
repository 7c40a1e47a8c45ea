import type { ClientState } from "../client-state.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/**
 * Refuses a request whose credentials would travel to another server.
 *
 * @param url Where it goes.
 * @param own Another that may be called, the operation's own for example.
 */
export function refuseOtherServer(
  { baseUrl }: Pick<ClientState, "baseUrl">,
  url: string,
  own: string = baseUrl,
): void {
  const { origin } = new URL(url);
  if (![baseUrl, own].some((each) => new URL(each).origin === origin)) {
    throw new ConfigurationError(
      `Credentials for ${new URL(baseUrl).origin} must not travel to another server. Set option baseUrl to call one.`,
    );
  }
}
