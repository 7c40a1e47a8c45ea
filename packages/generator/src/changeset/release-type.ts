import { type Level, LEVELS } from "../compare/change.js";

/** Whether one level asks for no more than another. */
export function isEnough(given: Level | undefined, needed: Level): boolean {
  return LEVELS.indexOf(given ?? "none") >= LEVELS.indexOf(needed);
}

/**
 * What a changeset says of a change. Below 1.0.0 the minor version is what a range holds back (npm's semver, caret ranges),
 * and changesets makes 1.0.0 of a major, so that a break is written as a minor there.
 *
 * @param version the package's version.
 */
export function releaseType(level: Level, version: string): Level {
  return level === "major" && version.startsWith("0.") ? "minor" : level;
}

/** Whether a version comes after another one; a pre-release of the same version counts as later. */
export function isRaised(before: string, after: string): boolean {
  if (before === after) return false;
  const old = numbers(before);
  const now = numbers(after);
  const place = now.findIndex((number, index) => number !== old[index]);
  return place === -1 || (now[place] ?? 0) > (old[place] ?? 0);
}

/** Major, minor and patch; of `1.0.0-next.1` those of 1.0.0. */
function numbers(version: string): readonly number[] {
  return (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? "0.0.0").split(".").map(Number);
}
