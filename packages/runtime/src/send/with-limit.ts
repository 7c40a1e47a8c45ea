import { AbortedError } from "../errors/aborted-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { onAbort } from "./on-abort.js";

/** Milliseconds, 24.8 days. A timer can't count further: a longer delay would fire at once. */
export const longestTimer: number = 2 ** 31 - 1;

/**
 * Does work within a limit. When the limit is reached the promise rejects at once, even where the work ignores the signal
 * that it was given; where there is no limit, it gets none. The signal keeps no listener: one that lives long would collect them.
 *
 * @param operation The `operationId`, for messages.
 * @param scope Is it an attempt, or the whole call?
 * @param timeout Milliseconds that the work may take. Undefined or very large: no limit.
 * @param signal Ends the work too: of a call it is the caller's, of an attempt the call's.
 * @throws TimeoutError When they have passed.
 * @throws AbortedError When the caller's signal is aborted.
 */
export async function withLimit<T>(
  operation: string,
  scope: "attempt" | "call",
  timeout: number | undefined,
  signal: AbortSignal | undefined,
  work: (signal?: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!signal && timeout === undefined) return work();
  const controller = new AbortController();
  const inner = controller.signal;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forget = () => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      const end = (failure: unknown) => {
        reject(failure);
        controller.abort(failure);
      };
      forget = onAbort(signal, () => {
        const cause: unknown = signal!.reason;
        end(
          scope === "call"
            ? new AbortedError(`${operation}: aborted by its signal`, { cause })
            : cause,
        );
      });
      // Longer than a timer counts is as good as no limit.
      if (timeout! <= longestTimer) {
        timer = setTimeout(
          () => end(new TimeoutError({ timeout: timeout!, scope, operation })),
          timeout,
        );
      }
      if (!inner.aborted) work(inner).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    forget();
  }
}
