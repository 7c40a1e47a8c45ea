import { resolve } from "node:path";
import { highest } from "../compare/change.js";
import { isWeb, toShown } from "../load/address.js";
import type { Problem } from "../problem.js";
import { type Clients, clientNeed } from "./client-need.js";
import type { Need } from "./need.js";
import type { Repository } from "./repository.js";
import { packageOf, type Settings } from "./workspace.js";

/** What a work tree has to tell of, package by package. */
export interface Needs {
  /** In the order of the packages' names; those that nobody notices anything of are not among them. */
  readonly needs: readonly Need[];
  readonly warnings: readonly Problem[];
}

/**
 * Finds the clients whose documents or surfaces are not those of a commit any more, and what that asks of the releases of
 * their packages.
 *
 * @param base the commit.
 * @throws {ProblemsError} if a document or a package can't be read.
 */
export async function findNeeds(
  repository: Repository,
  base: string,
  settings: Settings,
  clients: Clients,
): Promise<Needs> {
  const needs: Need[] = [];
  const warnings: Problem[] = [];
  for (const client of clients.clients) {
    if (isWeb(client.spec)) {
      warnings.push(unknownBefore(client.spec));
      continue;
    }
    const owner = await packageOf(resolve(client.out));
    if (owner === undefined || !settings.isReleased(owner)) continue;
    const need = await clientNeed(repository, base, clients, client, owner);
    if (need) needs.push(need);
    warnings.push(...(need?.warnings ?? []));
  }
  return { needs: joinNeeds(needs), warnings };
}

function unknownBefore(spec: string): Problem {
  return {
    severity: "warning",
    location: { file: toShown(spec) },
    message: "What this address has answered before is not known, so nothing is told of it.",
    fix: "Keep a copy of the document in the repository, and make the client of that.",
  };
}

/** One need for each package, which may have several clients. */
function joinNeeds(needs: readonly Need[]): Need[] {
  const byName = new Map<string, Need[]>();
  for (const need of needs) {
    const { name } = need.package;
    byName.set(name, [...(byName.get(name) ?? []), need]);
  }
  return [...byName.values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first || same.length === 1) return first ?? [];
      return {
        package: first.package,
        level: highest(same.map(({ level }) => level)),
        release: highest(same.map(({ release }) => release)),
        sources: [...new Set(same.flatMap(({ sources }) => sources))],
        reports: first.reports,
        documents: same.flatMap(({ documents }) => documents),
        changes: same.flatMap(({ changes }) => changes),
        sections: same.flatMap(({ sections }) => sections),
        isNew: same.some(({ isNew }) => isNew),
      };
    })
    .filter(({ level }) => level !== "none")
    .sort((a, b) => (a.package.name < b.package.name ? -1 : 1));
}
