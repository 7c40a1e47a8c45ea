import type { Around } from "../around.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { waitingLine } from "./waiting-line.js";

/** Milliseconds, 24.8 days. A timer can't count further: a longer wait would be over at once. */
const longestTimer = 2 ** 31 - 1;

/** What {@link rateLimit} must be told. */
export interface RateLimitOptions {
  /** How many attempts may start within `per`: a whole number, 1 or more. */
  readonly requests: number;
  /** The length of the window in milliseconds, more than 0. */
  readonly per: number;
}

/**
 * For the option `rateLimit`: in no window of `per` milliseconds, wherever it begins, do more than `requests` attempts start.
 * So many may start at once; after that each waits until the one that started `requests` before it is `per` old. The
 * others wait, first come first served, and count towards the `deadline` of their call, not towards their `timeout`. Clients that
 * get the same function share its limit.
 *
 * Credentials and the network stand between this start and the server: attempts can arrive closer together than they
 * started. Leave a margin where the server is strict.
 *
 * A call that is aborted while it waits leaves the queue at once, and takes nothing from the others. A call that waits keeps
 * the process running, the limit by itself does not.
 *
 * @param options How many, and in which time.
 * @throws ConfigurationError Where a number is none of those.
 */
export function rateLimit(options: RateLimitOptions): Around {
  const { requests, per } = Object(options) as RateLimitOptions;
  if (!Number.isSafeInteger(requests) || requests < 1) {
    throw new ConfigurationError(
      "rateLimit: requests must be a whole number, 1 or more, as in { requests: 10, per: 1000 }.",
    );
  }
  if (!(Number.isFinite(per) && per > 0)) {
    throw new ConfigurationError(
      "rateLimit: per must be milliseconds, a number greater than 0, as in { requests: 10, per: 1000 }.",
    );
  }
  /** When the last `requests` attempts started. `oldest` is the place of the first of them. */
  const starts: number[] = [];
  let oldest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const line = waitingLine(() => {
    if (!line.length) clearTimeout(timer);
  });

  /** Milliseconds until one more may start. */
  const wait = () => (starts[oldest] ?? -Infinity) + per - performance.now();
  const start = () => {
    starts[oldest] = performance.now();
    oldest = (oldest + 1) % requests;
  };
  /** Lets those start who may, and sets the clock for the others. A timer can also come a little early. */
  const serve = () => {
    clearTimeout(timer);
    while (line.length && wait() <= 0) {
      start();
      line.callFirst();
    }
    if (line.length) timer = setTimeout(serve, Math.min(Math.ceil(wait()), longestTimer));
  };

  return async ({ signal }, next) => {
    signal?.throwIfAborted();
    const turn = line.join(signal);
    serve();
    await turn;
    return next();
  };
}
