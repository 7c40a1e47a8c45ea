import type { CallState } from "../call-state.js";
import type { Exchange } from "./exchange.js";
import { retryAfterOf } from "./retry-after.js";
import { longestTimer } from "./with-limit.js";

/**
 * Milliseconds until an attempt is worth repeating, or undefined where it is not safe or of no use. With 429 the server says that
 * it did not act (RFC 6585, 4), and with what the document's `x-retry` names, so that every operation may follow it; `Retry-After`
 * counts with these and with 503 (RFC 9110, 10.2.3). Other delays have full jitter: anywhere between 0 and a bound of 500 ms that doubles,
 * so that clients that failed together don't return together.
 *
 * @param exchange The answer, if there is one.
 * @param number The attempt that ended; 1 for the first.
 */
export function retryDelay(
  {
    client,
    operation: { idempotent, retry },
    stage,
  }: Pick<CallState, "client" | "operation" | "stage">,
  exchange: Exchange | undefined,
  number: number,
): number | undefined {
  const longest = Math.min(client.options.maxRetryDelay ?? 30_000, longestTimer);
  let asked: number | undefined;
  if (exchange) {
    const { status, headers } = exchange.response;
    const idle = status === 429 || retry?.when?.(exchange);
    if (!idle && !(idempotent && /408|50[0234]/.test(`${status}`))) return undefined;
    if (idle || status === 503) asked = retryAfterOf(headers);
  } else if (stage === "permanent" || (stage === "unknown" && !idempotent)) return undefined;
  return Math.min(longest, asked ?? Math.random() * 250 * 2 ** number);
}
