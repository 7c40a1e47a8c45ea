import type { AttemptState, CallState } from "../call-state.js";
import { NetworkError } from "../errors/network-error.js";
import { connectionFailure } from "./connection-failure.js";
import { type Body, readBody } from "./read-body.js";
import type { Sendable } from "./sendable.js";

/** An answer with its body. */
export interface Exchange {
  /** The answer as `fetch` gave it, its body read, but for one that is a stream. */
  readonly response: Response;
  /** The body, undefined where it was too large to be read, or is a stream. */
  readonly body: Body | undefined;
}

/**
 * Sends a request that has credentials, and reads the whole answer. Redirects are not followed: credentials must not travel to
 * where an answer points. Where the platform hides what it points to (browsers), this fails; elsewhere the redirect is the answer.
 *
 * @throws NetworkError When there is no answer.
 */
export async function exchange(
  { url, method, headers, body: sent, init }: Sendable,
  call: CallState,
  { signal }: AttemptState,
): Promise<Exchange> {
  const { client, operation, secrets } = call;
  const own = {
    method,
    headers,
    body: sent,
    redirect: "manual",
    // `fetch` asks for it where the body is a stream, and takes it with any.
    duplex: "half",
    signal,
  } as RequestInit;
  try {
    const response = await (client.options.fetch ?? fetch)(url, init ? { ...init, ...own } : own);
    // An injected `fetch` may give anything, `Response.error()` for example. A redirect in a browser is of the type `opaqueredirect`.
    if (!(response.status > 99)) {
      throw Object.assign(new TypeError(), { code: response.type });
    }
    // A `fetch` that ignores its signal may come when nobody waits any more: reading closes what it gives.
    const body =
      response.ok && operation.response?.reads && !signal?.aborted
        ? undefined
        : // A listener costs time, and only an injected `fetch` may ignore its signal while the body comes.
          await readBody(response, client.options.fetch && signal);
    signal?.throwIfAborted();
    return { response, body };
  } catch (cause) {
    // What ended it is told already, and the stage may be that of the next attempt.
    signal?.throwIfAborted();
    const { stage, reason } = connectionFailure(cause);
    call.stage = stage;
    // Without path and query, which may hold personal data.
    const missing = stage === "before" ? "connection to" : "answer from";
    const message = secrets.scrub(
      `${operation.id}: no ${missing} ${new URL(url).origin}${reason ? ` (${reason})` : ""}`,
    );
    throw new NetworkError(message, {
      operation: operation.id,
      cause: client.clean(cause, secrets),
    });
  }
}
