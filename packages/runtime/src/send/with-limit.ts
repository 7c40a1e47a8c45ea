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
export function withLimit<T>(
  operation: string,
  scope: "attempt" | "call",
  timeout: number | undefined,
  signal: AbortSignal | undefined,
  work: (signal?: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!signal && timeout === undefined) return work();
  const controller = new AbortController();
  const { signal: inner } = controller;
  return new Promise<T>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forget: (() => void) | undefined;
    const settle =
      <V>(how: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer);
        forget?.();
        how(value);
      };
    const fail = settle(reject);
    const end = (failure: unknown) => {
      // First: Node's `fetch` writes the stack of what it is aborted with anew, and whoever waits here is to have the last word.
      controller.abort(failure);
      fail(failure);
    };
    // Longer than a timer counts is as good as no limit.
    if (timeout! <= longestTimer) {
      timer = setTimeout(
        () => end(new TimeoutError({ timeout: timeout!, scope, operation })),
        timeout,
      );
    }
    forget =
      signal &&
      onAbort(signal, () => {
        const cause: unknown = signal.reason;
        end(
          scope === "call"
            ? new AbortedError(`${operation}: aborted by its signal`, { cause })
            : cause,
        );
      });
    if (inner.aborted) return;
    try {
      work(inner).then(settle(resolve), fail);
    } catch (failure) {
      fail(failure);
    }
  });
}
