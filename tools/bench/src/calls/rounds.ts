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
 * The order of turns in a round: by chance, since what one leaves to be cleaned up burdens whoever is next, and
 * any fixed order soon falls into step with the collection of garbage.
 *
 * @param random as `Math.random`.
 */
export function shuffled<T>(list: readonly T[], random: () => number = Math.random): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

/** The rounds of some sets as those of one. */
export function joinRounds(sets: readonly Rounds[]): Rounds {
  const names = Object.keys(sets[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, sets.flatMap((set) => set[name] ?? [])]));
}
