/** A timer can't count further: a longer delay would fire at once. 24.8 days are as good as no limit. */
const longest = 2 ** 31 - 1;

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
    const onAbort = () => stop(limit.abort(signal?.reason));
    const timer =
      ms === undefined || ms > longest ? undefined : setTimeout(() => stop(limit.expire()), ms);
    signal?.addEventListener("abort", onAbort);
    release = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    work(controller.signal).then(resolve, reject);
  }).finally(() => release());
}
