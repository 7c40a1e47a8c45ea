import { posix } from "node:path";
import { formatProblem, type Problem } from "../problem.js";
import type { FileChange } from "../model/emitted-file.js";

/** Warnings of one kind that are told one by one; of more, the first are, and the others counted. */
const MOST_ALIKE = 5;
const FIRST_ALIKE = 3;

/** Files of one folder with the same change that are named one by one. */
const MOST_FILES = 20;

/**
 * Warnings, a line each. Those of one kind stand together, and many are cut short: hundreds that say the
 * same must not bury one that matters. `--json` has them all.
 */
export function warningLines(warnings: readonly Problem[]): string[] {
  return groupBy(warnings, kindOf).flatMap((alike) => {
    if (alike.length <= MOST_ALIKE) return alike.map(formatProblem);
    const more = `… and ${alike.length - FIRST_ALIKE} more warnings like this; --json lists all.`;
    return [...alike.slice(0, FIRST_ALIKE).map(formatProblem), more];
  });
}

/** What is left of a warning without the names in it: what stands in quotes, and words spelled as names are. */
function kindOf({ message, fix }: Problem): string {
  return `${message} ${fix}`.replace(/"[^"]*"|\S*[A-Z\d_]\S*/g, "…");
}

/** What a run says that fails: warnings as above, and errors last, where they are seen, a line each. */
export function problemLines(problems: readonly Problem[]): string[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return [...warningLines(warnings), ...errors.map(formatProblem)];
}

/**
 * Changes of files, a line each; where many files of a folder have the same, a line for all of them.
 *
 * @param line how one is told; `path` ends in `/ (459 files)` for many.
 */
export function changeLines(
  changes: readonly FileChange[],
  line: (change: FileChange) => string,
): string[] {
  const groups = groupBy(changes, ({ path, change }) => `${change} ${posix.dirname(path)}`);
  return groups.flatMap((alike) => {
    const [first] = alike;
    if (!first || alike.length <= MOST_FILES) return alike.map(line);
    const path = `${posix.dirname(first.path)}/ (${alike.length} files)`;
    return [line({ path, change: first.change })];
  });
}

/** In the order of the first of each group. Node 20 has no `Map.groupBy`. */
function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
