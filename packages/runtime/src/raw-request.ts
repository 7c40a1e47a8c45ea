import type { ClientSettings } from "./call-settings.js";
import { fromOutcome } from "./errors/from-outcome.js";
import { reporting } from "./reporting.js";
import type { RawRequest } from "./run-operation.js";
import { sendRaw } from "./send-raw.js";
import type { TracedRequest } from "./send/traced-request.js";

/**
 * Makes the `request` of the raw client. JSON is parsed here: openapi-fetch would throw a bare SyntaxError, which quotes
 * the answer.
 *
 * @param client What the client is set up with.
 * @param request openapi-fetch's own `request`.
 */
export function createRawRequest(client: ClientSettings, request: RawRequest): RawRequest {
  return function callRaw(method, path, init) {
    const operation = `raw.${method.toUpperCase()}`;
    return reporting(operation, client.watcher, callRaw, async (secrets) => {
      const { parseAs = "json" } = init ?? {};
      const fetch = init?.["fetch"] ?? ((sent: TracedRequest) => sendRaw(client, sent, secrets));
      if (parseAs !== "json") return request(method, path, { ...init, fetch });
      const result = await request(method, path, { ...init, fetch, parseAs: "text" });
      const { data, response } = result;
      if (typeof data !== "string") return result;
      try {
        return { data: data ? (JSON.parse(data) as unknown) : undefined, response };
      } catch {
        const { status } = response;
        const problem = "is not valid JSON";
        throw fromOutcome(
          { kind: "unreadable", status, problem },
          { operation },
          client.definition,
        );
      }
    });
  };
}
