import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PETS } from "../support/pets.js";
import { changeset, FILES, MAJOR } from "../support/released-pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { workTree } from "../support/work-tree.js";

describe("clientgen changeset, in a workspace and a repository as they are", () => {
  test("sees a change behind links, and from a folder that a hook of git runs it in", async () => {
    const repository = await workTree({ ...FILES, "shared/pets.yaml": PETS });
    await repository.write({ "spec/pets.yaml": undefined });
    await symlink("../shared/pets.yaml", join(repository.folder, "spec/pets.yaml"));
    const since = await repository.commit();
    await repository.write({ "shared/pets.yaml": MAJOR });
    const env = { GIT_DIR: join(repository.folder, ".git") };
    const folder = join(repository.folder, "packages");
    const asked = ["changeset", "--check", "--since", since, "--json"];
    const { code, stdout } = await runClientgen(folder, asked, { env });
    expect(code).toBe(1);
    const { clients } = JSON.parse(stdout) as { clients: readonly { bump: string }[] };
    expect(clients).toMatchObject([{ bump: "major", files: ["spec/pets.yaml"] }]);
  });

  test("takes no client for a new one whose document was in no commit, and says so", async () => {
    const { "spec/pets.yaml": _, ...others } = FILES;
    const repository = await workTree(others);
    await repository.write({ "spec/pets.yaml": MAJOR });
    const { code, stderr } = await changeset(repository);
    expect([code, await repository.changesets()]).toEqual([0, {}]);
    expect(stderr).toMatch(
      /^warning: spec\/pets\.yaml: The commit [\da-f]{7} has a client of this document and not the document/,
    );
  });

  const PRIVATE = { name: "pets", version: "1.0.0", private: true };
  test.each([
    ["changesets 3 has no word of them", {}, PRIVATE, "3.0.3", 0],
    ["it is told to", { privatePackages: true }, PRIVATE, "3.0.3", 1],
    ["it is told of their tags alone", { privatePackages: { tag: false } }, PRIVATE, "3.0.3", 0],
    ["changesets 2 has no word of them", {}, PRIVATE, "2.31.1", 1],
    ["it is told not to", { privatePackages: { version: false } }, PRIVATE, "2.31.1", 0],
    ["they have no version", { privatePackages: true }, { name: "pets" }, "3.0.3", 0],
  ])(
    "takes private packages as changesets does: %s",
    async (_, config, manifest, version, exit) => {
      const repository = await workTree({
        ...FILES,
        ".changeset/config.json": JSON.stringify(config),
        "packages/pets/package.json": JSON.stringify(manifest),
        "node_modules/@changesets/cli/package.json": JSON.stringify({
          name: "@changesets/cli",
          version,
        }),
      });
      await repository.write({ "spec/pets.yaml": MAJOR });
      expect((await changeset(repository, "--check")).code).toBe(exit);
    },
  );
});
