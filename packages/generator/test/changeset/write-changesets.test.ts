import { join } from "node:path";
import { expect, test } from "vitest";
import type { Step } from "../../src/changeset/plan-changesets.js";
import { writeSteps } from "../../src/changeset/write-changesets.js";
import { ProblemsError } from "../../src/problem.js";
import { inFolder } from "../support/in-folder.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";

const FILES = {
  ".changeset/a.md": "old a",
  ".changeset/b.md": "old b",
  ".changeset/own.md": "own",
};

async function write(
  root: string,
  steps: Readonly<Record<string, Pick<Step, "action" | "content">>>,
) {
  const folder = join(root, ".changeset");
  const whole = Object.entries(steps).map(([name, step]): Step => ({
    path: join(folder, name),
    shown: name,
    releases: new Map(),
    ...step,
  }));
  await inFolder(root, () => writeSteps({ settings: { folder } }, whole));
}

test("writes what is new, brings along what is not, and removes what is left of nothing", async () => {
  const root = await temporaryFolder(FILES);
  await write(root, {
    "a.md": { action: "updated", content: "new a" },
    "b.md": { action: "removed" },
    "c.md": { action: "created", content: "new c" },
    "own.md": { action: "covered" },
  });
  expect(await readTree(join(root, ".changeset"))).toEqual({
    "a.md": "new a",
    "c.md": "new c",
    "own.md": "own",
  });
});

test("writes nothing where it can't do all of it", async () => {
  const root = await temporaryFolder(FILES);
  const writing = write(root, {
    "a.md": { action: "updated", content: "new a" },
    "c.md": { action: "created", content: "new c" },
    "gone.md": { action: "removed" },
  });
  await expect(writing).rejects.toThrow(ProblemsError);
  await expect(writing).rejects.toThrow(/^\.changeset: The files can't be written \(ENOENT\)/);
  expect(await readTree(root)).toEqual(FILES);
});
