import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitRepository } from "../support/git-repository.js";
import { configuration, PETS } from "../support/pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { temporaryFolder, writeTree } from "../support/temporary-folder.js";

const REPORT = '## API Report File for "@pets/client"\n\n```ts\n\nexport type Pet = {};\n\n```\n';

/** A workspace with a document and its client, committed. */
const WORKSPACE = {
  "clientgen.config.json": configuration([{ spec: "spec/pets.yaml", out: "client/src" }]),
  "spec/pets.yaml": PETS,
  "client/package.json": '{ "name": "@pets/client", "version": "0.3.0" }',
  "client/api/index.api.md": REPORT,
};

const NOTHING = "Nothing that callers can notice has changed.";

describe("the same document", () => {
  test("has nothing to tell, in words", async () => {
    const folder = await temporaryFolder({ "a.yaml": PETS, "b.yaml": PETS });
    const args = ["diff", "a.yaml", "b.yaml", "--fail-on", "patch"];
    expect(await runClientgen(folder, args)).toMatchObject({
      code: 0,
      stderr: "",
      stdout: `a.yaml -> b.yaml\n\n${NOTHING}\nbump: none (wire: none, types: none, API report: not compared)\n`,
    });
  });

  test("has nothing to tell programs, of a commit and with the reports of its client's package", async () => {
    const { folder } = await gitRepository(WORKSPACE);
    const args = ["diff", "v1:spec/pets.yaml", "spec/pets.yaml", "--json"];
    const { code, stdout } = await runClientgen(folder, args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      bump: "none",
      verdicts: { wire: "none", types: "none", api: "none" },
      changes: [],
      warnings: [],
      ms: expect.any(Number) as number,
    });
    // The same from another folder.
    const below = ["diff", "v1:spec/pets.yaml", "pets.yaml", "--json"];
    const again = await runClientgen(join(folder, "spec"), below);
    expect(JSON.parse(again.stdout)).toMatchObject({ verdicts: { api: "none" } });
  });

  test("has nothing to tell reviewers", async () => {
    const { folder } = await gitRepository(WORKSPACE);
    const args = ["diff", "v1:spec/pets.yaml", "main:spec/pets.yaml", "--markdown"];
    const { code, stdout } = await runClientgen(folder, args);
    expect([code, stdout]).toEqual([
      0,
      `### \`main:spec/pets.yaml\`: nothing to release\n\n**${NOTHING}**\n\nCompared with \`v1:spec/pets.yaml\`. wire: **none** · types: **none** · API report: **none**\n`,
    ]);
  });
});

describe("bad input ends with exit code 2", () => {
  const entry = (until: string) => `- { pointer: /info, reason: Why not., until: ${until} }\n`;
  test.each([
    [
      "a file that is not there",
      {},
      ["a.yaml", "x.yaml"],
      ["x.yaml: There is no such file. Check the path."],
    ],
    [
      "a commit that is not there",
      {},
      ["v9:a.yaml", "a.yaml"],
      [
        "v9:a.yaml: This is neither a file nor REF:path in a git repository. Check the path, or the name of the commit, branch or tag.",
      ],
    ],
    [
      "no document",
      { "b.yaml": "a: 1" },
      ["a.yaml", "b.yaml"],
      [expect.stringMatching(/^b\.yaml:1:1 #: /)],
    ],
    [
      "a list of accepted breaks with a mistake",
      { "accepted-changes.yaml": entry("soon") },
      ["a.yaml", "a.yaml"],
      [
        'accepted-changes.yaml:1:46 #/0/until: "soon" is no version. Write the first version that it no longer holds for: "0.5.0".',
      ],
    ],
    [
      "an accepted break that has expired",
      {
        "accepted-changes.yaml": entry("0.3.0"),
        "clientgen.config.json": configuration([{ spec: "a.yaml", out: "client/src" }]),
        "client/package.json": '{ "name": "@pets/client", "version": "0.3.0" }',
      },
      ["a.yaml", "a.yaml"],
      [
        "accepted-changes.yaml:1:46 #/0/until: What is at /info was accepted until 0.3.0, and the package is at 0.3.0. Drop the entry: it no longer holds.",
      ],
    ],
    [
      "a broken configuration",
      { "clientgen.config.json": "{}" },
      ["a.yaml", "a.yaml"],
      [expect.stringMatching(/^clientgen\.config\.json:1:1 #\/clients: There must be a list/)],
    ],
    [
      "a report that is not there",
      {},
      ["a.yaml", "a.yaml", "--old-api", "o.api.md", "--new-api", "a.yaml"],
      ["o.api.md: There is no such file. Check the path."],
    ],
  ])("%s", async (_, files, args, says) => {
    const { folder } = await gitRepository({ "a.yaml": PETS });
    await writeTree(folder, files);
    expect(await runClientgen(folder, ["diff", ...args])).toMatchObject({
      code: 2,
      stdout: "",
      problems: says,
    });
    const { code, stdout } = await runClientgen(folder, ["diff", ...args, "--json"]);
    expect(code).toBe(2);
    const json = JSON.parse(stdout) as { readonly problems: readonly object[] };
    expect(Object.keys(json)).toEqual(["problems", "ms"]);
    expect(json.problems).toHaveLength(says.length);
  });
});

describe("a change", () => {
  /** A request's property became required, and a response has a new one. */
  const EDITED = PETS.replace("{ name: { type: string }, kind", "{ born: { type: string }, kind");
  const BREAK = "/components/schemas/Pet/properties/name";

  async function edited(others: Readonly<Record<string, string>> = {}) {
    const { folder } = await gitRepository(WORKSPACE);
    await writeTree(folder, { "spec/pets.yaml": EDITED, ...others });
    return (...options: string[]) =>
      runClientgen(folder, ["diff", "v1:spec/pets.yaml", "spec/pets.yaml", ...options]);
  }

  test("is told in words, what two judges find once", async () => {
    const diff = await edited();
    const { code, stdout, stderr } = await diff();
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.match(/`name`/g)).toHaveLength(1);
    expect(stdout).toContain("was v1:spec/pets.yaml:15:46 (wire, types)\n");
    expect(stdout).toContain("| TS2339: Property 'name' does not exist on type 'Pet'.");
    expect(stdout).toMatch(
      /\nbump: major \(wire: major, types: major, API report: none\), 1 major and 1 minor changes\n$/,
    );
  });

  test("is told programs, what two judges find twice", async () => {
    const diff = await edited();
    const { code, stdout } = await diff("--json");
    expect(code).toBe(0);
    const json = JSON.parse(stdout) as { readonly changes: readonly object[] };
    expect(json).toMatchObject({
      bump: "major",
      verdicts: { wire: "major", types: "major", api: "none" },
    });
    const old = { file: "v1:spec/pets.yaml", line: 15, column: 46, pointer: BREAK };
    const same = { level: "major", operation: "listPets", direction: "response", old };
    expect(json.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ judge: "wire", ...same }),
        expect.objectContaining({ judge: "types", ...same }),
      ]),
    );
  });

  test("is told reviewers", async () => {
    const diff = await edited();
    const { stdout } = await diff("--markdown");
    expect(stdout).toMatch(/^### `spec\/pets\.yaml`: major\n/);
    expect(stdout).toContain("\n#### `listPets`\n\n| level | in | change | where | judge |\n");
    expect(stdout).toContain(`| was line 15<br>\`${BREAK}\` | wire, types |\n`);
  });

  test.each([
    ["major", 1],
    ["minor", 1],
    ["patch", 1],
  ])("ends --fail-on %s with %d where it breaks", async (level, code) => {
    const diff = await edited();
    expect((await diff("--fail-on", level, "--json")).code).toBe(code);
  });

  test("that breaks nothing passes --fail-on major, and no less", async () => {
    const added = PETS.replace("properties: { name", "properties: { born: { type: string }, name");
    const diff = await edited({ "spec/pets.yaml": added });
    const codes = ["major", "minor", "patch"].map(async (level) => {
      const { code } = await diff("--fail-on", level);
      return code;
    });
    expect(await Promise.all(codes)).toEqual([0, 1, 1]);
  });

  test("that is accepted counts as minor, and the verdicts stay", async () => {
    const diff = await edited({
      "spec/accepted-changes.yaml": `- { pointer: ${BREAK}, reason: It was never sent., until: 0.4.0 }`,
    });
    const { code, stdout } = await diff("--fail-on", "major", "--json");
    expect(code).toBe(0);
    const json = JSON.parse(stdout) as { readonly accepted: readonly object[] };
    expect(json).toMatchObject({ bump: "minor", verdicts: { wire: "major", types: "major" } });
    expect(json.accepted).toEqual([
      {
        pointer: BREAK,
        reason: "It was never sent.",
        until: "0.4.0",
        file: "spec/accepted-changes.yaml",
        line: 1,
        changes: [expect.any(Number) as number, expect.any(Number) as number],
      },
    ]);
    const text = (await diff()).stdout;
    expect(text).toContain("Accepted until 0.4.0: It was never sent.");
    expect(text).toContain("\nbump: minor (wire: major, types: major, ");
  });

  test("of what the package exports is found without any of the document", async () => {
    const diff = await edited({
      "spec/pets.yaml": PETS,
      "client/api/index.api.md": REPORT.replace("export type Pet = {};", "export type Cat = {};"),
    });
    expect(JSON.parse((await diff("--json")).stdout)).toMatchObject({
      bump: "major",
      verdicts: { wire: "none", types: "none", api: "major" },
    });
  });
});

test("the README shows a real run", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const [, before = ""] = /```yaml\n(openapi:[^]*?)```/.exec(readme) ?? [];
  const [, shown] = /```text\n(v1\.4\.0:api\.yaml [^]*?)```/.exec(readme) ?? [];
  const after = [
    ["required: [name]", "required: [name, kind]"],
    ["{ id: { type: string } }", "{ id: { type: string }, born: { type: string, format: date } }"],
    ["summary: Add a pet", "summary: Register a pet"],
  ].reduce((text, [from = "", to = ""]) => text.replace(from, to), before);
  const { folder, git } = await gitRepository({ "api.yaml": before });
  git("tag", "v1.4.0");
  await writeTree(folder, { "api.yaml": after });
  const { stdout } = await runClientgen(folder, ["diff", "v1.4.0:api.yaml", "api.yaml"]);
  expect(shown).toBe(stdout);
});
