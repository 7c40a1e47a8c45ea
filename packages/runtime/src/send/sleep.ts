import { onAbort } from "./on-abort.js";

/** Milliseconds, 24.8 days. A timer can't count further: a longer delay would fire at once. */
export const longestTimer = 2 ** 31 - 1;

/**
 * Waits, or rejects with the signal's reason as soon as it is aborted. Neither leaves a timer or a listener behind.
 *
 * @param ms Milliseconds, up to {@link longestTimer}.
 */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const release = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    });
    const timer = setTimeout(() => {
      release();
      resolve();
    }, ms);
  });
}
