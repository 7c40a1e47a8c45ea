import type { Around } from "../around.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { NetworkError } from "../errors/network-error.js";
import { waitingLine } from "./waiting-line.js";

/** What {@link concurrency} can be told. */
export interface ConcurrencyOptions {
  /** How many attempts may run at once: a whole number, 1 or more. */
  readonly limit: number;
  /** How many more may wait: a whole number, 0 or more. Default `Infinity`. */
  readonly queue?: number | undefined;
}

/**
 * For the option `concurrency`: lets so many attempts run at once, and no more. The others wait, first come first served, and
 * count towards the `deadline` of their call, not towards their `timeout`. An attempt runs until the body of its answer has been
 * read, one whose answer is a stream until the headers are there; the delay before another attempt is free for others.
 * Clients that get the same function share its limit.
 *
 * A call that is aborted while it waits leaves the queue at once. One that finds the queue full fails with a `NetworkError`:
 * nothing was sent, and nothing is tried again.
 *
 * @param options How many at once, or that and how many may wait.
 * @throws ConfigurationError Where a number is none of those.
 */
export function concurrency(options: number | ConcurrencyOptions): Around {
  const { limit, queue = Infinity } = (
    typeof options === "number" ? { limit: options } : Object(options)
  ) as ConcurrencyOptions;
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new ConfigurationError(
      "concurrency: limit must be a whole number, 1 or more. For no limit, leave the option out.",
    );
  }
  if (queue !== Infinity && !(Number.isSafeInteger(queue) && queue >= 0)) {
    throw new ConfigurationError(
      "concurrency: queue must be a whole number, 0 or more. For no bound, leave it out.",
    );
  }
  const line = waitingLine();
  let running = 0;

  return async ({ operation, signal }, next) => {
    signal?.throwIfAborted();
    if (running < limit) running++;
    else if (line.length < queue) await line.join(signal);
    else {
      throw new NetworkError(
        `${operation}: not sent, because option concurrency lets ${limit} attempts run and ${queue} wait at once`,
        { operation },
      );
    }
    try {
      return await next();
    } finally {
      // The place goes from hand to hand: nobody can come in between.
      if (!line.callFirst()) running--;
    }
  };
}
