import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findBase } from "../../src/changeset/find-base.js";
import { openRepository, type Repository } from "../../src/changeset/repository.js";
import { workTree } from "../support/work-tree.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function open(folder: string): Promise<Repository> {
  const repository = await openRepository(folder);
  if ("why" in repository) throw new Error(repository.why);
  return repository;
}

describe("findBase", () => {
  test("is where a branch leaves main", async () => {
    const { folder, git, write, commit } = await workTree({ a: "1" });
    const parting = git("rev-parse", "HEAD");
    git("switch", "--quiet", "--create", "work");
    await write({ a: "2" });
    await commit();
    git("switch", "--quiet", "main");
    await write({ b: "1" });
    const later = await commit();
    git("switch", "--quiet", "work");
    const repository = await open(folder);
    const found = { commit: parting, named: "main" };
    expect(await findBase(repository, undefined, "main")).toEqual(found);
    expect(await findBase(repository, later, "main")).toEqual({ commit: parting, named: later });
  });

  test("is where the server's main is, if it is known", async () => {
    const origin = await workTree({ a: "1" });
    const first = origin.git("rev-parse", "HEAD");
    const folder = join(await temporaryFolder(), "clone");
    origin.git("clone", "--quiet", origin.folder, folder);
    origin.git("-C", folder, "commit", "--quiet", "--allow-empty", "--message", "More");
    const found = { commit: first, named: "origin/main" };
    const repository = await open(folder);
    expect(await findBase(repository, undefined, "main")).toEqual(found);
    expect(await findBase(repository, undefined, "origin/main")).toEqual(found);
  });

  test("is HEAD where there is no such branch", async () => {
    const { folder, git } = await workTree({ a: "1" });
    const head = git("rev-parse", "HEAD");
    const found = { commit: head, named: "HEAD" };
    expect(await findBase(await open(folder), undefined, "trunk")).toEqual(found);
  });

  test("is unknown in a clone that does not reach back, and says how to mend it", async () => {
    const origin = await workTree({ a: "1" });
    origin.git("switch", "--quiet", "--create", "work");
    await origin.write({ a: "2" });
    await origin.commit();
    const folder = join(await temporaryFolder(), "clone");
    const url = `file://${origin.folder}`;
    // As actions/checkout leaves a pull request.
    origin.git("clone", "--quiet", "--depth=1", "--branch=work", url, folder);
    const repository = await open(folder);
    expect(await findBase(repository, undefined, "main")).toEqual({
      why: "this clone is shallow, and does not reach back to main",
      fix: 'Fetch the history: "git fetch --unshallow", in a workflow fetch-depth: 0.',
    });
    await expect(findBase(repository, "main", "main")).rejects.toThrow(
      'There is no commit "main" in this shallow clone. Fetch the history: "git fetch --unshallow"',
    );
  });

  test("refuses what is no commit", async () => {
    const { folder } = await workTree({ a: "1" });
    const repository = await open(folder);
    for (const name of ["no-such", "--all", "HEAD:a"]) {
      await expect(findBase(repository, name, "main")).rejects.toThrow(
        `There is no commit "${name}". Name a commit, branch or tag with --since.`,
      );
    }
  });

  test("refuses histories that have nothing in common", async () => {
    const { folder, git } = await workTree({ a: "1" });
    git("switch", "--quiet", "--orphan", "other");
    git("commit", "--quiet", "--allow-empty", "--message", "Alone");
    expect(await findBase(await open(folder), undefined, "main")).toEqual({
      why: "HEAD and main have no commit in common",
      fix: "Name another commit with --since.",
    });
  });
});

describe("openRepository", () => {
  test("says that a folder is in no repository", async () => {
    const folder = await temporaryFolder();
    expect(await openRepository(folder)).toEqual({ why: "this is no git repository" });
  });

  test("has what was changed, removed and added, from below the root too", async () => {
    const { folder, git, write } = await workTree({ "p/a": "1", "p/b": "1", c: "1", d: "1" });
    const head = git("rev-parse", "HEAD");
    await write({ "p/a": "2", "p/b": undefined, é: "1", ".gitignore": "out\n", out: "1" });
    git("mv", "c", "e");
    const repository = await open(join(folder, "p"));
    const changed = [...(await repository.changedSince(head))].sort();
    expect(changed).toEqual([".gitignore", "c", "e", "p/a", "p/b", "é"]);
    expect(await repository.read(head, "p/b")).toBe("1");
    expect(await repository.read(head, "é")).toBeUndefined();
    expect(repository.fileOf("p/a")).toBe(join(folder, "p/a"));
    expect(repository.pathOf(join(folder, "p", "a"))).toBe("p/a");
  });
});
