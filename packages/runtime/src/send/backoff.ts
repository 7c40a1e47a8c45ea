/** The bound of the first delay, in milliseconds. It doubles with each further one. */
const first = 500;

/**
 * A delay with full jitter: anywhere between 0 and a bound that doubles, so that clients that failed together don't
 * return together.
 *
 * @param attempt The attempt that failed; 1 for the first.
 * @param longest The bound that no delay exceeds, in milliseconds.
 * @param random A number from 0 up to 1.
 */
export function backoff(attempt: number, longest: number, random: number): number {
  return random * Math.min(longest, first * 2 ** (attempt - 1));
}
