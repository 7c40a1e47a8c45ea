import { execFileSync } from "node:child_process";
import { appendFile, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFile, isBeside, readBeside } from "../../src/compare/find-file.js";
import { gitRepository } from "../support/git-repository.js";
import { inFolder } from "../support/in-folder.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("finds a file of a commit, and what was beside it then", async () => {
  const { folder, commit } = await gitRepository({ "spec/a.yaml": "old", "spec/b.yaml": "b" });
  await commit({ "spec/a.yaml": "new", "spec/c.yaml": "c" });
  await inFolder(folder, async () => {
    const found = await findFile("v1:spec/a.yaml");
    expect(found).toMatchObject({ shown: "v1:spec/a.yaml", ref: "v1" });
    expect(await readBeside(found, found.address, found.shown)).toBe("old");
    expect(await found.list(join(found.address, ".."))).toEqual(["a.yaml", "b.yaml"]);
    expect(await isBeside(found, join(found.address, "../c.yaml"))).toBe(false);
    expect(await found.list(join(found.address, "../../.."))).toEqual([]);
  });
  // From a folder below the root, REF:path is still from the root, as git has it, and REF:./path is not.
  await inFolder(join(folder, "spec"), async () => {
    for (const named of ["HEAD:spec/c.yaml", "HEAD:./c.yaml"]) {
      const found = await findFile(named);
      expect(await readBeside(found, found.address, found.shown)).toBe("c");
    }
  });
});

test("follows the links of a commit as those of a work tree, but not out of it", async () => {
  const { folder, commit } = await gitRepository({ "shared/a.yaml": "old" });
  await symlink("shared", join(folder, "spec"));
  await symlink("../shared/a.yaml", join(folder, "shared/b.yaml"));
  await symlink("/etc/hostname", join(folder, "shared/c.yaml"));
  await commit({});
  await commit({ "shared/a.yaml": "new" });
  await inFolder(folder, async () => {
    const read = async (named: string) => {
      const found = await findFile(named);
      return readBeside(found, found.address, found.shown);
    };
    expect(await read("HEAD~1:spec/a.yaml")).toBe("old");
    expect(await read("HEAD~1:spec/b.yaml")).toBe("old");
    expect(await read("HEAD:spec/b.yaml")).toBe("new");
    await expect(read("HEAD:spec/c.yaml")).rejects.toThrow("The commit HEAD has no such file.");
  });
});

test("finds a file on the disk, and what is beside it", async () => {
  const folder = await temporaryFolder({ "a.yaml": "a", "b:c.yaml": "b" });
  await inFolder(folder, async () => {
    const found = await findFile("a.yaml");
    expect(found).toMatchObject({ shown: "a.yaml", address: join(process.cwd(), "a.yaml") });
    expect(found.ref).toBeUndefined();
    expect(await isBeside(found, join(process.cwd(), "b:c.yaml"))).toBe(true);
    expect(await readBeside(await findFile("b:c.yaml"), join(process.cwd(), "b:c.yaml"), "")).toBe(
      "b",
    );
    await mkdir("empty");
    await writeFile("empty/x", "");
    expect(await found.list(join(process.cwd(), "empty"))).toEqual(["x"]);
    expect(await found.list(join(process.cwd(), "nowhere"))).toEqual([]);
  });
});

test("a password in a URL is not shown, and nothing is known of what is beside it", async () => {
  const found = await findFile("https://me:secret@pets.example/a.yaml");
  expect(found.shown).toBe("https://pets.example/a.yaml");
  expect(await found.list("https://pets.example")).toEqual([]);
});

test.each([
  ["v2:a.yaml", "This is neither a file nor REF:path in a git repository."],
  ["-v1:a.yaml", "This is neither a file nor REF:path in a git repository."],
])("refuses %s", async (named, says) => {
  const { folder } = await gitRepository({ "a.yaml": "" });
  await inFolder(folder, async () => {
    await expect(findFile(named)).rejects.toThrow(says);
  });
});

test("refuses a path that the commit does not have", async () => {
  const { folder } = await gitRepository({ "a.yaml": "" });
  await inFolder(folder, async () => {
    const found = await findFile("v1:b.yaml");
    await expect(readBeside(found, found.address, found.shown)).rejects.toThrow("v1:b.yaml: ");
  });
});

test("of a git that can't be used it says why, and of a shallow clone how to get the rest", async () => {
  const { folder, commit } = await gitRepository({ "a.yaml": "" });
  await commit({ "a.yaml": "new" });
  const clone = join(await temporaryFolder(), "clone");
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${folder}`, clone]);
  await inFolder(clone, async () => {
    await expect(findFile("HEAD~1:a.yaml")).rejects.toThrow(
      'HEAD~1:a.yaml: This is neither a file nor REF:path in this shallow clone. Fetch the history: "git fetch',
    );
  });
  await appendFile(join(folder, ".git/config"), "[broken");
  await inFolder(folder, async () => {
    await expect(findFile("v1:a.yaml")).rejects.toThrow(
      /^v1:a\.yaml: A commit's files can't be read: git says "bad config line \d+ in file .git\/config"\./,
    );
  });
});
