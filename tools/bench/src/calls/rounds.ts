/** What one contender did in one round. */
export interface Slot {
  /** Calls in a second. */
  readonly rate: number;
  /** Microseconds of processor time for a call, the server's not counted. */
  readonly cpu: number;
}

/** Each contender's rounds, by its name; the same place in each list is the same round. */
export type Rounds = Readonly<Record<string, readonly Slot[]>>;

/** How calls are made, by the name that the report gives it: `lanes` are in flight at once. */
export const ORDERS = {
  sequential: { calls: 60, lanes: 1 },
  concurrent: { calls: 512, lanes: 64 },
} as const;

/** What was measured of calls, by how they were made. */
export type CallRounds = Readonly<Record<keyof typeof ORDERS, Rounds>>;

/**
 * The order of turns in a round. Rounds as many as the list is long give each the first turn once; then the
 * steps become wider, so that each also gets other neighbours: what one leaves to be cleaned up burdens the next.
 */
export function turnsOf<T>(list: readonly T[], round: number): T[] {
  const { length } = list;
  // Steps that share no divisor with the length reach every place.
  const steps = Array.from({ length }, (_, step) => step).filter(
    (step) => divisor(step, length) === 1,
  );
  const step = steps[Math.floor(round / length) % steps.length] ?? 1;
  const places = list.map((_, turn) => (round + turn * step) % length);
  return places.flatMap((place) => list.slice(place, place + 1));
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** The rounds of some sets as those of one. */
export function joinRounds(sets: readonly Rounds[]): Rounds {
  const names = Object.keys(sets[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, sets.flatMap((set) => set[name] ?? [])]));
}
