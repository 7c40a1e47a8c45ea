/** What is to happen when a signal is aborted. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

function tell(this: AbortSignal): void {
  const callbacks = waiting.get(this);
  waiting.delete(this);
  callbacks?.forEach((callback) => callback());
}

/**
 * Does something when a signal is aborted. However many calls share a signal, it gets one listener: Node warns of a leak
 * from the eleventh on.
 *
 * @param signal It must not be aborted yet. Undefined: nothing will happen.
 * @returns Takes it back. The last one to do so takes the listener off.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal) return () => {};
  const callbacks = waiting.get(signal) ?? new Set();
  if (!callbacks.size) {
    waiting.set(signal, callbacks);
    signal.addEventListener("abort", tell, { once: true });
  }
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size) return;
    waiting.delete(signal);
    signal.removeEventListener("abort", tell);
  };
}
