import { rm } from "node:fs/promises";
import { join } from "node:path";
import { gitRepository } from "./git-repository.js";
import { readTree, writeTree } from "./temporary-folder.js";

/** A repository of its own for the running test, with somebody at work in it. */
export interface WorkTree {
  readonly folder: string;
  /** Runs git in it, and gives what it prints. */
  readonly git: (...args: string[]) => string;
  /** Writes files; `undefined` removes one. */
  readonly write: (files: Readonly<Record<string, string | undefined>>) => Promise<void>;
  /** Commits all that is there, and gives the commit. */
  readonly commit: () => Promise<string>;
  /** The changesets by their names. */
  readonly changesets: () => Promise<Record<string, string>>;
}

/** Makes a repository with one commit, on the branch main. */
export async function workTree(files: Readonly<Record<string, string>>): Promise<WorkTree> {
  const repository = await gitRepository(files);
  const { folder } = repository;
  const git = (...args: string[]) => repository.git(...args).trimEnd();
  return {
    folder,
    git,
    async write(changed) {
      for (const [path, content] of Object.entries(changed)) {
        if (content === undefined) await rm(join(folder, path));
        else await writeTree(folder, { [path]: content });
      }
    },
    async commit() {
      await repository.commit({});
      return git("rev-parse", "HEAD");
    },
    async changesets() {
      const found = Object.entries(await readTree(join(folder, ".changeset")));
      return Object.fromEntries(
        found.filter(([name]) => /^[^/]+\.md$/.test(name) && name !== "README.md"),
      );
    },
  };
}
