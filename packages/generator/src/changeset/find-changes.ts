import { ProblemsError, type Problem } from "../problem.js";
import { type Changeset, readChangesets } from "./changesets.js";
import type { Clients } from "./client-need.js";
import { type Base, findBase } from "./find-base.js";
import { findNeeds } from "./find-needs.js";
import type { Need } from "./need.js";
import { openRepository } from "./repository.js";
import { readSettings, type Settings } from "./workspace.js";

/** What has changed in a work tree, and what has been said of it. */
export interface FoundChanges {
  readonly base: Extract<Base, { readonly commit: string }>;
  readonly settings: Settings;
  readonly needs: readonly Need[];
  /** Those that were added or changed since the base. */
  readonly changesets: readonly Changeset[];
  readonly warnings: readonly Problem[];
}

/**
 * Finds what clients have to tell of since a commit, and the changesets of that time.
 *
 * @param folder absolute path of the working folder.
 * @param since see {@link findBase}.
 * @returns why there is nothing to compare with, such as a clone without history.
 * @throws {ProblemsError} if a document, a package or a changeset can't be read.
 */
export async function findChanges(
  folder: string,
  since: string | undefined,
  clients: Clients,
): Promise<FoundChanges | Extract<Base, { readonly why: string }>> {
  const settings = await readSettings(folder);
  const repository = await openRepository(folder);
  if ("why" in repository) {
    const fix = "Run this in a clone of the repository, with git installed.";
    if (since === undefined) return { ...repository, fix };
    throw noBase({ ...repository, fix });
  }
  const base = await findBase(repository, since, settings.baseBranch);
  if ("why" in base) return base;
  const { needs, warnings } = await findNeeds(repository, base.commit, settings, clients);
  const changesets = await readChangesets(repository, base.commit, settings.folder);
  return { base, settings, needs, changesets, warnings };
}

/** The problem that there is nothing to compare with. */
export function noBase({ why, fix }: Extract<Base, { readonly why: string }>): ProblemsError {
  const message = `Nothing can be compared: ${why}.`;
  return new ProblemsError([{ severity: "error", location: { file: "clientgen" }, message, fix }]);
}
