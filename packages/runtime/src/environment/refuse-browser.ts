import type { ClientDefinition } from "../definition.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { CoreOptions } from "../options.js";
import { isBrowser } from "./is-browser.js";

/** Refuses a client with credentials in a browser, unless its maker insists. */
export function refuseBrowser(
  { credentials }: ClientDefinition,
  { dangerouslyAllowBrowser }: CoreOptions,
): void {
  if (!dangerouslyAllowBrowser && Object.keys(credentials)[0] && isBrowser()) {
    throw new ConfigurationError("No credentials in a page: see option dangerouslyAllowBrowser");
  }
}
