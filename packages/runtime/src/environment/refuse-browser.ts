import type { ClientDefinition } from "../definition.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ClientOptions } from "../options.js";

/** A page has window and document. A browser's worker has WorkerGlobalScope, as server runtimes have, and a Mozilla user agent, as they have not. */
function inBrowser(): boolean {
  const scope = globalThis as {
    window?: unknown;
    document?: unknown;
    WorkerGlobalScope?: unknown;
    navigator?: { userAgent?: string };
  };
  return !!(
    (scope.window && scope.document) ||
    (scope.WorkerGlobalScope && scope.navigator?.userAgent?.startsWith("Mozilla/"))
  );
}

/** Refuses a client with credentials in a browser, unless its maker insists. */
export function refuseBrowser(definition: ClientDefinition, options: ClientOptions): void {
  if (
    !options.dangerouslyAllowBrowser &&
    Object.keys(definition.credentials).length &&
    inBrowser()
  ) {
    throw new ConfigurationError(
      "This looks like a browser, where everybody who opens the page can read the credentials. Call the API from a server, or set option dangerouslyAllowBrowser.",
    );
  }
}
