import type { ClientState } from "../client-state.js";
import { ParseError } from "../errors/parse-error.js";
import { isIdempotent } from "../idempotent.js";
import { blobAnswer } from "../parse/blob-answer.js";
import { reportError } from "../report-error.js";
import { Secrets } from "../credentials/secrets.js";
import type { CallState } from "../call-state.js";
import { sendRaw } from "./send-raw.js";
import { withinCall } from "./within-call.js";

/** openapi-fetch's `request`. What a path takes and gives is for generated code to know. */
export type RawRequest = (
  method: string,
  path: string,
  init?: { readonly parseAs?: string; readonly [name: string]: unknown },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/**
 * Makes the `request` of the raw client. JSON is parsed here: openapi-fetch would throw a bare SyntaxError, which quotes
 * the answer.
 *
 * @param client What the client is set up with.
 * @param request openapi-fetch's own `request`.
 */
export function createRawRequest(client: ClientState, request: RawRequest): RawRequest {
  return async (given, path, init) => {
    const method = given.toUpperCase();
    const id = `raw.${method}`;
    // openapi-fetch may be asked for bytes.
    const response = blobAnswer;
    const operation = { id, method, path, idempotent: isIdempotent(method), response };
    const call: CallState = {
      client,
      operation,
      input: {},
      options: {},
      secrets: new Secrets(),
      started: performance.now(),
      stage: "before",
    };
    try {
      const { parseAs = "json", fetch: own, signal } = init ?? {};
      const isJson = parseAs === "json";
      const result = await withinCall(
        call,
        (signal ?? undefined) as AbortSignal | undefined,
        (ended) => {
          const fetch = own ?? ((sent: Request) => sendRaw(call, sent, ended));
          return request(method, path, { ...init, fetch, ...(isJson && { parseAs: "text" }) });
        },
      );
      if (!isJson) return result;
      const { data, response } = result;
      return typeof data === "string" ? { data: dataOf(data, call, response), response } : result;
    } catch (error) {
      reportError(call, error);
      throw error;
    }
  };
}

function dataOf(text: string, { operation }: CallState, { status }: Response): unknown {
  try {
    return text ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    const message = `${operation.id}: the answer with status ${status} is not JSON`;
    throw new ParseError(message, { status });
  }
}
