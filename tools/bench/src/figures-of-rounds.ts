import { median } from "./figures.ts";

/** Where the middle half of some numbers lies. */
export interface Spread {
  readonly middle: number;
  /** A quarter of the numbers is below. */
  readonly low: number;
  /** A quarter of the numbers is above. */
  readonly high: number;
}

/** The median and both quartiles; all `NaN` of no numbers. */
export function spreadOf(numbers: readonly number[]): Spread {
  return { middle: median(numbers), low: quantile(numbers, 0.25), high: quantile(numbers, 0.75) };
}

/**
 * How many times the other's a contender's figure is, round by round: what slows a whole round slows both.
 *
 * @throws {Error} where the two have not the same number of rounds.
 */
export function ratiosOf(numbers: readonly number[], others: readonly number[]): Spread {
  if (numbers.length !== others.length) {
    throw new Error(`${numbers.length} rounds can't be compared with ${others.length}.`);
  }
  return spreadOf(numbers.map((number, round) => number / (others[round] ?? Number.NaN)));
}

/** Linear between the two numbers that it lies between. */
function quantile(numbers: readonly number[], at: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
