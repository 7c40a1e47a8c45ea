import { backoff } from "./backoff.js";
import type { ConnectionFailure } from "./connection-failure.js";

/** Statuses that say, or let hope, that the same request may succeed later. All but 429 may come after the server has acted. */
const passing = new Set([408, 429, 500, 502, 503, 504]);

/** How an attempt ended that may be tried again. */
export type Retriable =
  | { readonly status: number; readonly retryAfter: number | undefined }
  | { readonly stage: ConnectionFailure["stage"] };

/** What the delay depends on besides the outcome. */
export interface RetryRules {
  /** May the operation be sent again after the server may have acted? */
  readonly idempotent: boolean;
  /** The attempt that ended; 1 for the first. */
  readonly attempt: number;
  /** The bound of every delay, in milliseconds. */
  readonly maxRetryDelay: number;
  /** A number from 0 up to 1. */
  readonly random: number;
}

/**
 * Milliseconds until an attempt is worth repeating, or undefined where it is not safe or of no use.
 * With 429 the server says that it did not act (RFC 6585, 4), so that every operation may follow it; `Retry-After` counts
 * with 429 and 503 (RFC 9110, 10.2.3; RFC 6585, 4).
 */
export function retryDelay(
  outcome: Retriable,
  { idempotent, attempt, maxRetryDelay, random }: RetryRules,
): number | undefined {
  if ("stage" in outcome) {
    if (outcome.stage === "permanent" || (outcome.stage === "unknown" && !idempotent))
      return undefined;
  } else {
    const { status, retryAfter } = outcome;
    if (!passing.has(status) || (status !== 429 && !idempotent)) return undefined;
    if (retryAfter !== undefined && (status === 429 || status === 503)) {
      return Math.min(retryAfter, maxRetryDelay);
    }
  }
  return backoff(attempt, maxRetryDelay, random);
}
