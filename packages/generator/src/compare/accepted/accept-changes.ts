import type { Problem } from "../../problem.js";
import type { Change } from "../change.js";
import type { Acceptance, AcceptedEntry } from "../comparison.js";
import { isSameInReport } from "../policy/is-same-in-report.js";

/**
 * Finds the breaks that entries accept. A pointer stands for its place alone and for nothing below, so that no later break
 * is accepted unseen. What the client's API report says of the same break is accepted with it.
 *
 * @param isPlace whether a JSON pointer leads to something in one of the two documents.
 * @returns the entries with their breaks, and a warning of each entry that names a place which neither document has: one
 *   that accepts nothing here may well accept something since another commit.
 */
export function acceptChanges(
  entries: readonly AcceptedEntry[],
  changes: readonly Change[],
  isPlace: (pointer: string) => boolean,
): { readonly accepted: readonly Acceptance[]; readonly stale: readonly Problem[] } {
  const accepted: Acceptance[] = [];
  const stale: Problem[] = [];
  const taken = new Set<Change>();
  for (const entry of entries) {
    const free = changes.filter((change) => change.level === "major" && !taken.has(change));
    const named = free.filter((change) => accepts(entry, change));
    const followed = free.filter((change) => named.some((one) => isSameInReport(change, one)));
    const own = [...named, ...followed];
    for (const change of own) taken.add(change);
    if (own.length > 0) accepted.push({ ...entry, changes: own });
    else if (!isPlace(entry.pointer)) stale.push(staleProblem(entry));
  }
  return { accepted, stale };
}

function accepts({ pointer, rule }: AcceptedEntry, change: Change): boolean {
  if (rule !== undefined && rule !== change.rule) return false;
  return change.old?.pointer === pointer || change.new?.pointer === pointer;
}

function staleProblem({ document, pointer, location }: AcceptedEntry): Problem {
  const fix = "Drop the entry, or correct its pointer";
  return {
    severity: "warning",
    location,
    message: `Neither document has anything at ${pointer}.`,
    fix: document === undefined ? `${fix}, or name its "document".` : `${fix}.`,
  };
}
