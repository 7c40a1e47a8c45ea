/**
 * Does something when a signal is aborted, at once if it is.
 *
 * @param signal Undefined: nothing will happen.
 * @returns Takes it back, and leaves no listener on the signal.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal?.aborted) callback();
  else signal?.addEventListener("abort", callback);
  return () => signal?.removeEventListener("abort", callback);
}
