import type { AttemptState, CallState } from "../call-state.js";
import { withCredentials } from "../credentials/with-credentials.js";
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
  const { client, operation, options } = call;
  const timeout = options.timeout ?? client.options.timeout ?? defaultTimeout;
  return withLimit(operation.id, "attempt", timeout, outer, (signal) =>
    withCredentials(call, signal, (values) => {
      const sent = client.apply(request, values, call);
      signal?.throwIfAborted();
      call.stage = "unknown";
      return client.exchange(sent, call, { number, signal });
    }),
  );
}
