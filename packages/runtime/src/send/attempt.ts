import type { AttemptState, CallState } from "../call-state.js";
import { resolveCredentials } from "../credentials/resolve-credentials.js";
import { NetworkError } from "../errors/network-error.js";
import { connectionFailure } from "./connection-failure.js";
import type { Exchange } from "./exchange.js";
import type { Sendable } from "./sendable.js";
import { withLimit } from "./with-limit.js";

/** The option `timeout` where nobody sets it, in milliseconds. */
export const defaultTimeout = 30_000;

/**
 * Sends a request once, with credentials, within its timeout.
 *
 * @throws NetworkError When there is no answer.
 * @throws TimeoutError When there is none in time.
 * @throws ConfigurationError When a credential is missing.
 */
export function attempt(
  request: Sendable,
  call: CallState,
  { number, signal: outer }: AttemptState,
): Promise<Exchange> {
  const { client, operation, options, secrets } = call;
  const { id } = operation;
  const timeout = options.timeout ?? client.options.timeout ?? defaultTimeout;
  return withLimit(id, "attempt", timeout, outer, async (signal) => {
    const sent = client.apply(request, await resolveCredentials(call, signal), call);
    signal?.throwIfAborted();
    call.stage = "unknown";
    try {
      return await client.exchange(sent, call, { number, signal });
    } catch (cause) {
      // What ended it is told already, and the stage may be that of the next attempt.
      signal?.throwIfAborted();
      const { stage, reason } = connectionFailure(cause);
      call.stage = stage;
      // Without path and query, which may hold personal data.
      const server = new URL(request.url).origin;
      const missing = stage === "before" ? "connection to" : "answer from";
      const message = secrets.scrub(
        `${id}: no ${missing} ${server}${reason ? ` (${reason})` : ""}`,
      );
      throw new NetworkError(message, {
        operation: id,
        cause: client.clean(cause, secrets),
      });
    }
  });
}
