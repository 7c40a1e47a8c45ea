import type { CallState } from "../call-state.js";
import { NetworkError } from "../errors/network-error.js";
import { OutcomeUnknownError } from "../errors/outcome-unknown-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { Exchange } from "./exchange.js";
import { retryDelay } from "./retry-delay.js";
import type { Sendable } from "./sendable.js";
import { withLimit } from "./with-limit.js";

/**
 * Sends a request: within the deadline, with retries.
 *
 * @returns The last answer, whatever its status.
 * @throws ClientError When there is none, or it can't be asked for.
 */
export function send(request: Sendable, call: CallState): Promise<Exchange> {
  const { client, operation, options } = call;
  const { id, retry, idempotent, check } = operation;
  const own = client.options;
  // A stream is used up, at least in part, by the first attempt.
  const retries =
    request.body instanceof ReadableStream
      ? 0
      : (options.retries ?? own.retries ?? retry?.retries ?? 2);
  const attempts = async (signal?: AbortSignal): Promise<Exchange> => {
    for (let number = 1; ; number++) {
      let exchange: Exchange | undefined;
      let failure: unknown;
      try {
        exchange = await client.attempt(request, call, { number, signal });
        if (exchange.response.ok) {
          client.budget = Math.min(client.budget + 0.1, own.retryBudget ?? 20);
          return exchange;
        }
      } catch (error) {
        // What ends the call is no failure to try again after.
        signal?.throwIfAborted();
        failure = error;
      }
      const delay =
        number <= retries && client.budget >= 1 && (exchange ?? isSendFailure(failure))
          ? retryDelay(call, exchange, number)
          : undefined;
      if (delay === undefined) {
        if (exchange) return exchange;
        throw failure;
      }
      client.budget--;
      call.stage = "before";
      client.onRetry?.(call, number, delay, exchange ?? failure);
      // Until the time is out, or the call.
      await withLimit(id, "attempt", delay, signal, () => new Promise(() => {})).catch(() =>
        signal?.throwIfAborted(),
      );
    }
  };

  const deadline = options.deadline ?? own.deadline;
  const sent = withLimit(id, "call", deadline, options.signal, attempts);
  if (idempotent) return sent;
  return sent.catch((error: unknown) => {
    if (call.stage !== "unknown" || !isSendFailure(error)) throw error;
    throw new OutcomeUnknownError(
      `${id}: may have taken effect${check ? `, look with ${check}` : ""}. ${error.message}`,
      { cause: error },
    );
  });
}

/** Failures that a later attempt may not have, unlike missing credentials. */
function isSendFailure(error: unknown): error is NetworkError | TimeoutError {
  return error instanceof NetworkError || error instanceof TimeoutError;
}
