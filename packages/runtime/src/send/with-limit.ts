import { onAbort } from "./on-abort.js";
import { longestTimer } from "./sleep.js";

/** What ends work before its time. */
export interface Limit {
  /** Milliseconds that the work may take. Undefined or very large: no limit. */
  readonly ms: number | undefined;
  /** The error when they have passed. */
  expire(): Error;
  /** Ends the work too. */
  readonly signal: AbortSignal | undefined;
  /** The error when it is aborted. */
  abort(reason: unknown): Error;
}

/**
 * Does work within a limit. When the limit is reached the promise rejects at once, even where the work ignores the signal
 * that it was given; where there is no limit, it gets none. The caller's signal keeps no listener: one that lives long
 * would collect them.
 */
export function withLimit<T>(
  limit: Limit,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  const { ms, signal } = limit;
  if (!signal && ms === undefined) return work(undefined);
  if (signal?.aborted) return Promise.reject(limit.abort(signal.reason));
  const controller = new AbortController();
  let release = () => {};
  return new Promise<T>((resolve, reject) => {
    const stop = (error: Error) => {
      reject(error);
      controller.abort(error);
    };
    const timer =
      // Longer than a timer counts is as good as no limit.
      ms === undefined || ms > longestTimer
        ? undefined
        : setTimeout(() => stop(limit.expire()), ms);
    const forget = onAbort(signal, () => stop(limit.abort(signal?.reason)));
    release = () => {
      clearTimeout(timer);
      forget();
    };
    work(controller.signal).then(resolve, reject);
  }).finally(() => release());
}
