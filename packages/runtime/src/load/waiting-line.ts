import { onAbort } from "../send/on-abort.js";

/** Calls that wait for their turn. */
export interface WaitingLine {
  /** How many wait. */
  readonly length: number;
  /**
   * Joins at the end, until the turn comes.
   *
   * @param signal It must not be aborted yet. When it is, the wait ends at once, with its reason.
   */
  join(signal: AbortSignal | undefined): Promise<void>;
  /** Ends the wait of the first in line. False: nobody waits. */
  callFirst(): boolean;
}

/**
 * Makes a line that is first come, first served.
 *
 * @param onLeave Is called when one leaves the line before its turn.
 */
export function waitingLine(onLeave?: () => void): WaitingLine {
  // A Set keeps the order, and lets anybody leave without a search.
  const turns = new Set<() => void>();
  return {
    get length() {
      return turns.size;
    },
    join: (signal) =>
      new Promise((resolve, reject) => {
        const forget = onAbort(signal, () => {
          turns.delete(turn);
          forget();
          reject(signal?.reason as Error);
          onLeave?.();
        });
        const turn = () => {
          turns.delete(turn);
          forget();
          resolve();
        };
        turns.add(turn);
      }),
    callFirst() {
      const [first] = turns;
      first?.();
      return first !== undefined;
    },
  };
}
