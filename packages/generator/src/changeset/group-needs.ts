import type { Need } from "./need.js";

/**
 * The needs that one changeset tells of: packages whose documents share a file that changed, such as one in `common/`. What
 * one document alone has changed in belongs into no other package's changelog.
 */
export function groupNeeds(needs: readonly Need[]): Need[][] {
  const groups: Need[][] = [];
  for (const need of needs) {
    const sharing = groups.filter((group) => group.some((one) => isShared(one, need)));
    const [first, ...others] = sharing;
    if (!first) {
      groups.push([need]);
      continue;
    }
    first.push(...others.flat(), need);
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups;
}

function isShared(one: Need, other: Need): boolean {
  return one.sources.some((path) => other.sources.includes(path));
}
