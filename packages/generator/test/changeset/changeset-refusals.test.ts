import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configuration } from "../support/pets.js";
import { changeset, FILES, MAJOR } from "../support/released-pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { workTree } from "../support/work-tree.js";

describe("clientgen changeset, without what it needs", () => {
  test("passes the check of a shallow clone, and says what it could not check", async () => {
    const origin = await workTree(FILES);
    origin.git("switch", "--quiet", "--create", "work");
    await origin.write({ "spec/pets.yaml": MAJOR });
    await origin.commit();
    const folder = join(await temporaryFolder(), "clone");
    const url = `file://${origin.folder}`;
    origin.git("clone", "--quiet", "--depth=1", "--branch=work", url, folder);
    const checked = await runClientgen(folder, ["changeset", "--check"]);
    expect(checked.code).toBe(0);
    expect(checked.stderr).toBe(
      "warning: The changesets were not checked: this clone is shallow, and does not reach back to main. " +
        'Fetch the history: "git fetch --unshallow", in a workflow fetch-depth: 0.\n',
    );
    const written = await runClientgen(folder, ["changeset"]);
    expect(written.code).toBe(2);
    expect(written.stderr).toContain("Nothing can be compared: this clone is shallow");
    origin.git("-C", folder, "fetch", "--quiet", "--unshallow", "origin", "main:main");
    expect((await runClientgen(folder, ["changeset", "--check"])).code).toBe(1);
  });

  test("in no repository", async () => {
    const folder = await temporaryFolder(FILES);
    const checked = await runClientgen(folder, ["changeset", "--check"]);
    expect(checked.code).toBe(0);
    expect(checked.stderr).toContain("were not checked: this is no git repository.");
    const written = await runClientgen(folder, ["changeset"]);
    expect(written.code).toBe(2);
    expect(written.stderr).toContain("Nothing can be compared: this is no git repository.");
    const asked = await runClientgen(folder, ["changeset", "--check", "--since", "main"]);
    expect(asked.code).toBe(2);
  });

  test.each([
    [["--since", "nowhere"], {}, 'There is no commit "nowhere". Name a commit'],
    [[], { "clientgen.config.json": "{" }, "clientgen.config.json:1"],
    [
      [],
      { ".changeset/config.json": "{" },
      ".changeset/config.json: This file can't be read as JSON",
    ],
    [[], { "packages/pets/package.json": "[]" }, "package.json: This file holds no JSON object."],
    [[], { ".changeset/odd.md": "Words.\n" }, ".changeset/odd.md: This changeset does not begin"],
  ] as const)("refuses %j with %j", async (args, files, message) => {
    const repository = await workTree(FILES);
    await repository.write({ "spec/pets.yaml": MAJOR, ...files });
    const { code, stderr } = await changeset(repository, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test("says that it can't know what an address has answered before", async () => {
    const repository = await workTree({
      ...FILES,
      "clientgen.config.json": configuration([
        { spec: "https://user:pass@pets.example/api.yaml", out: "packages/pets/src/generated" },
      ]),
    });
    const { code, stderr } = await changeset(repository);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning: https:\/\/pets\.example\/api\.yaml: What this address/);
  });

  test("without a configuration of clients, or of changesets", async () => {
    const repository = await workTree(FILES);
    await repository.write({ ".changeset/config.json": undefined });
    const { code, stderr } = await changeset(repository);
    expect(code).toBe(2);
    expect(stderr).toContain('Install @changesets/cli and run "changeset init".');
    await repository.write({ "clientgen.config.json": undefined });
    expect((await changeset(repository)).stderr).toContain("There are no clients to tell of.");
  });
});
