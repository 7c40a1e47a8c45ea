import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { workTree, type WorkTree } from "../support/work-tree.js";
import { configuration, PETS } from "../support/pets.js";
import {
  changeset,
  FILES,
  MAJOR,
  manifest,
  MINOR,
  PATCH,
  RELEASED,
} from "../support/released-pets.js";

/** The program of changesets. */
const CHANGESETS = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");

/** The one changeset that there is. */
async function onlyChangeset(repository: WorkTree) {
  const found = await repository.changesets();
  const [[name, content] = ["", ""], ...more] = Object.entries(found);
  expect(more).toEqual([]);
  return { path: `.changeset/${name}`, content };
}

describe("clientgen changeset", () => {
  test("follows a document from its first edit to its last, with one file", async () => {
    const repository = await workTree(FILES);
    const idle = await changeset(repository);
    expect([idle.code, idle.stderr]).toEqual([0, ""]);
    expect(idle.stdout).toMatch(
      /^Nothing that a client's callers can notice has changed since [\da-f]{7} \(main\)\.\n$/,
    );

    await repository.write({ "spec/pets.yaml": MINOR });
    const unsaid = await changeset(repository, "--check");
    expect(unsaid.code).toBe(1);
    expect(unsaid.stdout).toBe("");
    expect(unsaid.stderr).toMatch(
      /^@acme\/pets: spec\/pets\.yaml changed since [\da-f]{7} \(main\), so a changeset must release this package as minor, and none does\. Run "clientgen changeset" and commit what it writes\.\n$/,
    );
    const created = await changeset(repository);
    expect([created.code, created.stderr]).toEqual([0, ""]);
    const first = await onlyChangeset(repository);
    expect(created.stdout).toContain(`created    ${first.path} (@acme/pets: minor)\n`);
    expect(first.content).toContain('\n"@acme/pets": minor\n');
    expect(first.content).toContain("listPets");
    expect((await changeset(repository, "--check")).code).toBe(0);
    expect((await changeset(repository)).stdout).toContain("unchanged  ");
    expect(await onlyChangeset(repository)).toEqual(first);

    repository.git("switch", "--quiet", "--create", "work");
    await repository.commit();
    await repository.write({ "spec/pets.yaml": MAJOR });
    expect((await changeset(repository, "--check")).stderr).toContain(
      "must release this package as major, and the most that one says is minor.",
    );
    expect((await changeset(repository)).stdout).toContain("updated    ");
    const second = await onlyChangeset(repository);
    expect(second.path).toBe(first.path);
    expect(second.content).toContain('\n"@acme/pets": major\n');
    expect(second.content).toContain("**Breaking:**");
    expect(second.content).toContain("**`addPet`**");
    expect(second.content).not.toContain("listPets");

    await repository.write({ "spec/pets.yaml": PETS });
    const stale = await changeset(repository, "--check");
    expect(stale.code).toBe(0);
    expect(stale.stderr).toBe(
      `warning: ${first.path} does not tell of what has changed as it is now. Run "clientgen changeset".\n`,
    );
    expect(await onlyChangeset(repository)).toEqual(second);
    expect((await changeset(repository)).stdout).toContain(`removed    ${first.path}\n`);
    expect(Object.keys(await repository.changesets())).toEqual([]);
  });

  test("keeps an edited text, raises its release, and prints what to add", async () => {
    const repository = await workTree(FILES);
    await repository.write({ "spec/pets.yaml": MINOR });
    await changeset(repository);
    const { path, content } = await onlyChangeset(repository);
    const [head] = content.split("\n\n");
    await repository.write({ [path]: `${head}\n\nPets got older.\n`, "spec/pets.yaml": MAJOR });
    const raised = await changeset(repository);
    expect(raised.stdout).toContain(
      `raised     ${path} (@acme/pets: major)\n  Its text was edited`,
    );
    expect(raised.stdout).toContain("- **Breaking:** ");
    const kept = await onlyChangeset(repository);
    expect(kept.content).toMatch(/\n"@acme\/pets": major\n---\n\nPets got older\.\n$/);
    expect((await changeset(repository)).stdout).toContain("kept       ");
    expect(await onlyChangeset(repository)).toEqual(kept);
  });

  test("tells all clients of what they share, in one file, and each of its own", async () => {
    const common = "Name: { type: string }\n";
    const sharing = PETS.replace(
      "name: { type: string }, kind",
      "name: { $ref: common.yaml#/Name }, kind",
    );
    const repository = await workTree({
      ...FILES,
      "clientgen.config.json": configuration([
        { spec: "spec/pets.yaml", out: "packages/pets/src/generated" },
        { spec: "spec/young.yaml", out: "packages/young/src/generated" },
        { spec: "spec/alone.yaml", out: "packages/alone/src/generated" },
      ]),
      "packages/young/package.json": manifest("young", "0.2.0"),
      "packages/alone/package.json": manifest("alone", "1.0.0"),
      "spec/common.yaml": common,
      "spec/pets.yaml": sharing,
      "spec/young.yaml": sharing,
      "spec/alone.yaml": PETS,
    });
    await repository.write({ "spec/common.yaml": common.replace("string", "integer") });
    await changeset(repository);
    const { content } = await onlyChangeset(repository);
    // Below 1.0.0, a break is a minor.
    expect(content).toContain('\n"@acme/pets": major\n"young": minor\n---\n');
    await repository.write({ "spec/alone.yaml": PATCH });
    const { stdout } = await changeset(repository);
    expect(stdout).toContain("created    .changeset/alone-");
    expect(stdout).toContain("unchanged  .changeset/pets-");
    expect((await changeset(repository, "--check")).code).toBe(0);
  });

  test("counts what a package exports, where no document has changed", async () => {
    const report = (text: string) =>
      `## API Report File for "@acme/pets"\n\n\`\`\`ts\n\n${text}\n\`\`\`\n`;
    const repository = await workTree({
      ...FILES,
      "packages/pets/api/index.api.md": report(
        "// @public\nexport function list(): void;\n\n// @public\nexport function add(): void;\n",
      ),
    });
    await repository.write({
      "packages/pets/api/index.api.md": report("// @public\nexport function list(): void;\n"),
    });
    const { code, stderr } = await changeset(repository, "--check");
    expect(code).toBe(1);
    expect(stderr).toContain("@acme/pets: packages/pets/api/index.api.md changed since");
    expect(stderr).toContain("must release this package as major");
    await changeset(repository);
    const { content } = await onlyChangeset(repository);
    expect(content).toContain('\n"@acme/pets": major\n');
    expect(content).toContain("add");
  });

  test("takes any changeset of the time that asks for enough, whoever wrote it", async () => {
    const own = (type: string) => `---\n"@acme/pets": ${type}\n---\n\nSomething of \`listPets\`.\n`;
    const repository = await workTree({ ...FILES, ".changeset/before.md": own("major") });
    await repository.write({ "spec/pets.yaml": MINOR, ".changeset/own.md": own("patch") });
    // One that was there before is of another change.
    expect((await changeset(repository, "--check")).code).toBe(1);
    await repository.write({ ".changeset/own.md": own("minor") });
    expect((await changeset(repository, "--check")).code).toBe(0);
    const { stdout } = await changeset(repository);
    expect(stdout).toContain("covered    .changeset/own.md");
    expect(Object.keys(await repository.changesets())).toHaveLength(2);
  });

  test("begins anew after a release, of a pre-release too", async () => {
    const repository = await workTree(FILES);
    const since = repository.git("rev-parse", "HEAD");
    await repository.write({ "spec/pets.yaml": MAJOR });
    await changeset(repository);
    const { path } = await onlyChangeset(repository);
    await repository.commit();
    // As changesets does it, once in the mode of pre-releases and once more.
    await repository.write({
      ".changeset/pre.json": JSON.stringify({ mode: "pre", tag: "next" }),
      [path.replace("/", "/pre/")]: await readFile(join(repository.folder, path), "utf8"),
      [path]: undefined,
      "packages/pets/package.json": manifest("@acme/pets", "2.0.0-next.0"),
    });
    expect((await changeset(repository, "--check", "--since", since)).code).toBe(0);
    await repository.commit();
    expect((await changeset(repository, "--check", "--since", since)).code).toBe(0);
    await repository.write({
      "spec/pets.yaml": MAJOR.replaceAll("description: Fine.", "description: All is well."),
    });
    const { code, stdout } = await changeset(repository, "--since", since, "--json");
    expect(code).toBe(0);
    const { clients } = JSON.parse(stdout) as { clients: readonly { bump: string }[] };
    expect(clients.map(({ bump }) => bump)).toEqual(["patch"]);
  });

  test("leaves a changelog in which nothing of it can be seen", async () => {
    const repository = await workTree({
      ...FILES,
      "package.json": JSON.stringify({ private: true, workspaces: ["packages/*"] }),
      "package-lock.json": "{}",
    });
    await repository.write({ "spec/pets.yaml": MAJOR });
    await changeset(repository);
    await promisify(execFile)(process.execPath, [CHANGESETS, "version"], {
      cwd: repository.folder,
    });
    expect(Object.keys(await repository.changesets())).toEqual([]);
    const { folder } = repository;
    const changelog = await readFile(join(folder, "packages/pets/CHANGELOG.md"), "utf8");
    expect(changelog).toMatch(
      /^# @acme\/pets\n\n## 2\.0\.0\n\n### Major Changes\n\n- \*\*Breaking/,
    );
    expect(changelog).toMatch(/\n {2}\*\*`addPet`\*\*\n *\n {2}- \*\*Breaking:\*\* /);
    expect(changelog).not.toMatch(/clientgen|---|<!--/);
  });

  test("prints what programs need", async () => {
    const repository = await workTree(FILES);
    await repository.write({ "spec/pets.yaml": MINOR });
    const head = repository.git("rev-parse", "HEAD");
    const { code, stdout, stderr } = await changeset(repository, "--check", "--json");
    expect(code).toBe(1);
    expect(stderr).toContain("@acme/pets: ");
    expect(JSON.parse(stdout)).toMatchObject({
      since: head,
      clients: [
        {
          package: "@acme/pets",
          version: RELEASED,
          bump: "minor",
          release: "minor",
          files: ["spec/pets.yaml"],
          documents: [{ old: `${head.slice(0, 10)}:spec/pets.yaml`, new: "spec/pets.yaml" }],
          missing: true,
        },
      ],
      changesets: [],
    });
    const written = JSON.parse((await changeset(repository, "--json")).stdout) as object;
    const { path } = await onlyChangeset(repository);
    expect(written).toMatchObject({
      clients: [{ missing: false }],
      changesets: [{ action: "created", path, releases: { "@acme/pets": "minor" } }],
    });
  });

  test("begins the changelog of a new client", async () => {
    const repository = await workTree(FILES);
    await repository.write({
      "clientgen.config.json": configuration([
        { spec: "spec/pets.yaml", out: "packages/pets/src/generated" },
        { spec: "spec/new.yaml", out: "packages/new/src/generated" },
      ]),
      "packages/new/package.json": manifest("new", "0.0.0"),
      "spec/new.yaml": PETS,
    });
    await changeset(repository);
    const { content } = await onlyChangeset(repository);
    expect(content).toMatch(/\n"new": minor\n---\n\nMade `new` from the API's document\.\n$/);
  });

  test("a document that is broken is told as everywhere, and nothing is written", async () => {
    const repository = await workTree(FILES);
    await repository.write({ "spec/pets.yaml": "openapi: 3.1.0\npaths: [" });
    const { code, stderr } = await changeset(repository);
    expect(code).toBe(2);
    expect(stderr).toContain("spec/pets.yaml:2");
    expect(Object.keys(await repository.changesets())).toEqual([]);
  });
});
