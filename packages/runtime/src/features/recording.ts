import { type AttemptRecord, ClientError } from "../errors/client-error.js";
import type { Feature } from "./feature.js";

/** Gives errors the list of the attempts that the call made. */
export const recording: Feature = (client) => {
  const { attempt, onRetry, onError } = client;
  client.attempt = (request, call, state) => {
    const record: AttemptRecord = { at: Date.now(), outcome: "" };
    call.attempts = [...(call.attempts ?? []), record];
    return attempt(request, call, state).then(
      (exchange) => {
        record.outcome = String(exchange.response.status);
        return exchange;
      },
      (error: unknown) => {
        // What ends with the call is told as the call's error is.
        if (!state.signal?.aborted) record.outcome ||= String((error as Error | undefined)?.name);
        throw error;
      },
    );
  };
  client.onRetry = (call, number, delay, outcome) => {
    Object.assign(call.attempts?.at(-1) ?? {}, { delay });
    onRetry?.(call, number, delay, outcome);
  };
  client.onError = (call, error) => {
    const { attempts } = call;
    // Middleware may throw one error again and again.
    if (attempts && error instanceof ClientError && !error.attempts) {
      // The call may have ended before its attempt did.
      attempts.at(-1)!.outcome ||= (error.cause instanceof ClientError ? error.cause : error).name;
      Object.assign(error, { attempts });
    }
    onError?.(call, error);
  };
};
