import { type ClientSettings, callSettings } from "./call-settings.js";
import type { Secrets } from "./credentials/secrets.js";
import { fromOutcome } from "./errors/from-outcome.js";
import { maxBodySize } from "./send/read-body.js";
import { readableCopy } from "./send/readable-copy.js";
import { send } from "./send/send.js";
import type { AnyRequest } from "./send/traced-request.js";

/**
 * Sends a request of the raw client, through the same stages as an operation's, with what the client has set.
 *
 * @param secrets Collects the credentials.
 * @returns The answer, for openapi-fetch to read.
 * @throws ClientError Where `fetch` would reject, and for an answer that is too large.
 */
export async function sendRaw(
  client: ClientSettings,
  request: AnyRequest & { readonly signal: AbortSignal },
  secrets: Secrets,
): Promise<Response> {
  const { method, init } = request;
  const operation = `raw.${method}`;
  const signal = (init ? init.signal : request.signal) ?? undefined;
  const settings = callSettings(client, { id: operation, method }, { signal }, secrets);
  const exchange = await send(request, settings);
  const { status, ok } = exchange.response;
  if (ok && !exchange.body) {
    const problem = `is larger than ${maxBodySize} bytes`;
    throw fromOutcome({ kind: "unreadable", status, problem }, { operation }, client.definition);
  }
  return readableCopy(exchange, secrets);
}
