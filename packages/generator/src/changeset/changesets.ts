import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type ChangesetFile, parseChangeset } from "./changeset-file.js";
import { getList } from "../load/data.js";
import type { Repository } from "./repository.js";

/** A changeset that is not what it was at the time of a commit. */
export interface Changeset extends ChangesetFile {
  /** Absolute path. */
  readonly path: string;
  /** Nothing of this name was there before. */
  readonly isNew: boolean;
}

/** Files in `.changeset` that are for readers, as changesets has it. */
const FOR_READERS = /^(\..*|readme\.md|AGENTS\.md|CLAUDE\.md|GEMINI\.md)$/i;

/**
 * Reads the changesets that were added or changed since a commit, in the order of their names. What a pre-release has used
 * up is not among them: it lies in `.changeset/pre`, and up to changesets 2 it is listed in `.changeset/pre.json`.
 *
 * @param folder absolute path of `.changeset`.
 * @throws {ProblemsError} if one of them can't be read.
 */
export async function readChangesets(
  repository: Repository,
  commit: string,
  folder: string,
): Promise<Changeset[]> {
  const changed = await repository.changedSince(commit);
  const names = existsSync(folder) ? await readdir(folder) : [];
  const used = await usedUp(folder);
  const found = names
    .filter((name) => name.endsWith(".md") && !FOR_READERS.test(name))
    .filter((name) => !used.includes(name.replace(/\.md$/, "")))
    .filter((name) => changed.has(repository.pathOf(join(folder, name))))
    .sort();
  return Promise.all(
    found.map(async (name) => {
      const path = join(folder, name);
      const file = parseChangeset(await readFile(path, "utf8"), relative(process.cwd(), path));
      const before = await repository.read(commit, repository.pathOf(path));
      return { ...file, path, isNew: before === undefined };
    }),
  );
}

async function usedUp(folder: string): Promise<readonly unknown[]> {
  const text = await readFile(join(folder, "pre.json"), "utf8").catch(() => "{}");
  try {
    return getList(JSON.parse(text) as unknown, "changesets");
  } catch {
    // Changesets says so itself, in the words of its own.
    return [];
  }
}
