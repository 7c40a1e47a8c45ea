import { type Change, highest, type Level } from "../change.js";
import type { Acceptance } from "../comparison.js";

/** The highest level of some changes: what a judge says. */
export function levelOf(changes: readonly Change[]): Level {
  return highest(changes.map(({ level }) => level));
}

/**
 * What the version number has to do. A break that was accepted on purpose counts as `minor`: callers are told of it by a
 * changelog, and not by the number alone.
 */
export function bumpOf(changes: readonly Change[], accepted: readonly Acceptance[]): Level {
  const taken = new Set(accepted.flatMap(({ changes: own }) => own));
  return highest(
    changes.map((change) =>
      taken.has(change) && change.level === "major" ? "minor" : change.level,
    ),
  );
}
