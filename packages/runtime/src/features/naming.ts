import type { ClientDetails } from "../definition.js";
import { isBrowser } from "../environment/is-browser.js";
import { headersOf } from "../headers-of.js";
import { VERSION } from "../version.js";
import type { Feature } from "./feature.js";

/** Tells servers which package calls, and which version of this one, by the `User-Agent` header (RFC 9110, 10.1.5). A page's own name is for the browser to tell. */
export function naming({ userAgent = "" }: ClientDetails): Feature {
  const agent = `${userAgent} plaid-partner-runtime/${VERSION}`.trim();
  return (client) => {
    if (isBrowser()) return;
    const { definition, options, headers } = client;
    client.headers = headersOf(
      { "user-agent": agent },
      definition.headers,
      headers,
      options.headers,
    );
  };
}
