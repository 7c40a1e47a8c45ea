import { expect, test } from "vitest";
import { sortFiles } from "../src/changed-files.ts";
import { commentText } from "../src/comment-text.ts";
import { summary } from "../src/summary.ts";
import type { Told } from "../src/told.ts";

const CLIENTS = [
  {
    name: "@acme/pets-client",
    folder: "packages/pets-client",
    spec: "spec/pets.yaml",
    out: "packages/pets-client/src/generated",
    readme: "packages/pets-client/README.md",
  },
];
const file = (path: string, status = " M") => ({ status, path });
const COMMIT = sortFiles(
  [
    file("README.md"),
    file("packages/pets-client/src/generated/client.ts"),
    file("packages/pets-client/src/generated/operations/add-pet.ts", "??"),
    file("packages/pets-client/src/main.ts"),
    file("specific.yaml"),
    file("spec/pets.yaml"),
    file(".changeset/pets-client-1.md", "??"),
  ],
  CLIENTS,
);
const TOLD: Told = {
  since: "0123456789abcdef",
  clients: [
    {
      package: "@acme/pets-client",
      version: "0.3.0",
      bump: "major",
      release: "minor",
      missing: false,
      documents: [{ old: "0123456:spec/pets.yaml", new: "spec/pets.yaml" }],
      changes: [{ operation: "addPet" }, { operation: "addPet" }, {}],
    },
  ],
  changesets: [
    {
      action: "raised",
      path: ".changeset/pets-client-1.md",
      note: "Add this:",
      add: ["- Gone."],
    },
  ],
};

test("what belongs to a document's change is added, and nothing else", () => {
  expect(COMMIT.paths).toEqual(["spec", "packages/pets-client/src/generated", ".changeset"]);
  expect(COMMIT.others.map(({ path }) => path)).toEqual([
    "README.md",
    "packages/pets-client/src/main.ts",
    "specific.yaml",
  ]);
});

test("the summary says what changed, what was written, and what to commit", () => {
  expect(summary(TOLD, COMMIT).join("\n")).toBe(`What callers notice of the changes since 0123456:
  @acme/pets-client: major, written as minor because it is at 0.3.0
Changeset raised: .changeset/pets-client-1.md
  Add this:
    - Gone.
Changed, and not committed yet: 4 files.
   M packages/pets-client/src/generated/client.ts
  ?? packages/pets-client/src/generated/operations/add-pet.ts
   M spec/pets.yaml
  ?? .changeset/pets-client-1.md
Not of this change, and left to you: 3 files.
Read the changeset, then commit:
  git add spec packages/pets-client/src/generated .changeset
  git commit -m "Change addPet"`);
});

test("nothing to tell and nothing to commit is said", () => {
  const lines = summary(
    { since: "0123456789", clients: [], changesets: [] },
    sortFiles([], CLIENTS),
  );
  expect(lines).toEqual([
    "Nothing that callers can notice has changed since 0123456.",
    "There is nothing to commit.",
  ]);
});

test("an operation's name can't reach the shell, and a path with a space can", () => {
  const [client] = TOLD.clients;
  const told = {
    ...TOLD,
    clients: [{ ...client!, changes: [{ operation: '"; rm -rf $HOME `x`' }] }],
  };
  const spaced = [{ ...CLIENTS[0]!, out: "packages/pets client/out" }];
  const commit = sortFiles([file("packages/pets client/out/a.ts")], spaced);
  expect(summary(told, commit).slice(-2)).toEqual([
    '  git add "packages/pets client/out"',
    `  git commit -m "Change the API's document"`,
  ]);
});

test("many files are counted", () => {
  const many = Array.from({ length: 40 }, (_, index) => file(`spec/${index}.yaml`));
  const lines = summary(TOLD, sortFiles(many, CLIENTS));
  expect(lines.filter((line) => line.startsWith("   M"))).toHaveLength(15);
  expect(lines).toContain("  … and 25 files more");
});

test("the comment has each client's need and each document's changes", () => {
  const [client] = TOLD.clients;
  const text = commentText({ ...TOLD, clients: [client!, { ...client!, missing: true }] }, [
    { document: "spec/pets.yaml", markdown: "\n## Changes\n\n- one\n\n" },
  ]);
  expect(text).toBe(`| client | needs | changeset |
| --- | --- | --- |
| \`@acme/pets-client\` | major, written as minor (it is at 0.3.0) | is there |
| \`@acme/pets-client\` | major, written as minor (it is at 0.3.0) | **missing**: run \`pnpm regenerate\` |

## Changes

- one

What levels and judges mean is told in \`docs/versioning.md\`.`);
  expect(commentText({ ...TOLD, clients: [] }, [])).toMatch(/^\*\*Callers notice nothing\*\*/);
});

test("a report that has no room in the comment is named, and the next that has is there", () => {
  const report = (document: string, length: number) => ({ document, markdown: "é".repeat(length) });
  const text = commentText(TOLD, [
    report("a.yaml", 60_000),
    report("b.yaml", 60_000),
    report("c.yaml", 100),
  ]);
  expect(text.length).toBeLessThan(64_000);
  expect(text).toContain(
    "### `b.yaml`\n\nThere is no room left in this comment: see `clientgen diff`.",
  );
  expect(text).toContain(`\n\n${"é".repeat(100)}\n\nWhat levels`);
  expect(text).not.toContain("c.yaml");
});
