import createFetchClient, { mergeHeaders } from "openapi-fetch";
import { createCall, type WithResponse } from "./call.js";
import { callOperation } from "./call-operation.js";
import { callSettings } from "./call-settings.js";
import { checkOptions, clientRules } from "./check-options.js";
import { checkRuntime } from "./check-runtime.js";
import { type Client, type Invoke, invoke } from "./client-type.js";
import { checkCredentials } from "./credentials/check-credentials.js";
import type { ClientDefinition } from "./definition.js";
import { refuseBrowser } from "./environment/refuse-browser.js";
import { resolveBaseUrl, type ServerOptions } from "./environment/resolve-base-url.js";
import type { ClientOptions } from "./options.js";
import { createRawRequest } from "./raw-request.js";
import { reporting } from "./reporting.js";
import { type RawRequest, runOperation } from "./run-operation.js";
import { TracedRequest } from "./send/traced-request.js";
import { createWatcher } from "./watch.js";

/**
 * Makes a client of an API. Generated code calls it; see README for a definition of your own.
 *
 * @param definition What the API's operations share.
 * @param options What the caller sets; `serverVariables` where the definition has some.
 * @throws ConfigurationError When the definition is for another version of this package, an option is misspelt or of the
 *   wrong kind, no environment is chosen, it or the level of the log is unknown, the base URL is unsafe, or credentials would
 *   be in a browser.
 */
export function createClient<Paths extends {}>(
  definition: ClientDefinition,
  options: ClientOptions & ServerOptions = {},
): Client<Paths> {
  checkRuntime(definition);
  // Its rule is that of any object.
  const serverVariables = definition.serverVariables && { serverVariables: clientRules.hooks };
  checkOptions(options, { ...clientRules, ...serverVariables });
  refuseBrowser(definition, options);
  const { url: baseUrl, environment } = resolveBaseUrl(definition, options);
  const headers = mergeHeaders({ accept: "application/json" }, definition.headers, options.headers);
  const watcher = createWatcher(definition, options);
  const client = {
    definition,
    options: { ...options },
    given: checkCredentials(definition, options.credentials),
    baseUrl,
    environment,
    watcher,
    accept: headers.get("accept"),
  };

  const raw = createFetchClient<Paths>({
    baseUrl,
    headers: mergeHeaders(definition.headers, options.headers),
    Request: TracedRequest as unknown as typeof Request,
  });
  /** Middleware gets real requests and answers, which are costly, from the moment on that there may be some. */
  let watched = false;
  const use = raw.use.bind(raw);
  raw.use = (...middleware) => {
    watched = true;
    use(...middleware);
  };

  const request = raw.request as RawRequest;
  const parsed = createRawRequest(client, request);
  const methods = Object.keys(raw).filter((name) => name === name.toUpperCase());
  Object.assign(
    raw,
    { request: parsed },
    ...methods.map((name) => ({ [name]: parsed.bind(undefined, name) })),
  );

  const run: Invoke = <Data, ErrorBody>(...[operation, input, call]: Parameters<Invoke>) =>
    createCall<Data, ErrorBody>(
      reporting(operation.id, watcher, callOperation, async (secrets, report) => {
        const settings = callSettings(client, operation, call, secrets);
        return runOperation(request, watched, { ...settings, report }, operation, input, call);
      }) as Promise<WithResponse<Data>>,
    );
  // Not enumerable, and a function: nothing of what it knows can be printed.
  return Object.defineProperty({ raw }, invoke, { value: run }) as unknown as Client<Paths>;
}
