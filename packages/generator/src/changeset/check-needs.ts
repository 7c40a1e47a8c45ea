import { highest, type Level } from "../compare/change.js";
import type { Changeset } from "./changesets.js";
import type { Need } from "./need.js";
import { isEnough } from "./release-type.js";

/** A package that no changeset releases as it has to be. */
export interface Missing {
  readonly need: Need;
  /** The most that a changeset asks for; absent where none names the package. */
  readonly given: Level | undefined;
}

/**
 * Finds the packages whose changes no changeset tells of. Any changeset will do that releases the package by as much as is
 * needed, whoever wrote it.
 *
 * @param changesets those that were added or changed since the commit that the needs are told from.
 */
export function missingChangesets(
  needs: readonly Need[],
  changesets: readonly Changeset[],
): Missing[] {
  return needs.flatMap((need) => {
    const levels = changesets.flatMap(({ releases }) => releases.get(need.package.name) ?? []);
    const given = levels.length === 0 ? undefined : highest(levels);
    return isEnough(given, need.release) ? [] : [{ need, given }];
  });
}
