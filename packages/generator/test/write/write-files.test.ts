import { existsSync } from "node:fs";
import { mkdir, readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ProblemsError } from "../../src/problem.js";
import type { FileChange } from "../../src/model/emitted-file.js";
import { type Output, writeFiles } from "../../src/write/write-files.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";

const files = (contents: Readonly<Record<string, string>>) =>
  Object.entries(contents).map(([path, content]) => ({ path, content }));
const changes = (kinds: Readonly<Record<string, FileChange["change"]>>) =>
  Object.entries(kinds).map(([path, change]) => ({ path, change }));

const write = (
  folder: string,
  shown: string,
  made: Output["files"],
  changed: readonly FileChange[],
) => writeFiles([{ folder, shown, files: made, changes: changed }]);

test("writes, changes and removes, and leaves nothing else behind", async () => {
  const folder = await temporaryFolder({
    "out/a.ts": "old",
    "out/gone.ts": "old",
    "README.md": "old",
  });
  await write(
    join(folder, "out"),
    "out",
    files({ "a.ts": "new", "operations/b.ts": "new", "../README.md": "new" }),
    changes({
      "a.ts": "changed",
      "operations/b.ts": "created",
      "../README.md": "changed",
      "gone.ts": "removed",
    }),
  );
  expect(await readTree(folder)).toEqual({
    "README.md": "new",
    "out/a.ts": "new",
    "out/operations/b.ts": "new",
  });
  expect(await readdir(join(folder, "out"))).toEqual(["a.ts", "operations"]);
});

test("makes the folder, however deep, and not for nothing", async () => {
  const folder = await temporaryFolder();
  await write(join(folder, "a/b"), "a/b", files({ "x.ts": "1" }), changes({ "x.ts": "unchanged" }));
  expect(await readdir(folder)).toEqual([]);
  await write(join(folder, "a/b"), "a/b", files({ "x.ts": "1" }), changes({ "x.ts": "created" }));
  expect(await readTree(folder)).toEqual({ "a/b/x.ts": "1" });
});

test("does not touch what is unchanged", async () => {
  const folder = await temporaryFolder({ "same.ts": "1", "other.ts": "1" });
  const before = new Date("2020-01-01");
  await utimes(join(folder, "same.ts"), before, before);
  await write(
    folder,
    "out",
    files({ "same.ts": "1", "other.ts": "2" }),
    changes({ "same.ts": "unchanged", "other.ts": "changed" }),
  );
  expect((await stat(join(folder, "same.ts"))).mtime).toEqual(before);
});

test("takes everything back when a step fails", async () => {
  const present = { "out/a.ts": "old", "out/z.ts": "old", "out/gone.ts": "old" };
  const folder = await temporaryFolder(present);
  // A folder stands where the last file belongs.
  await mkdir(join(folder, "out/in-the-way.ts"));
  const writing = write(
    join(folder, "out"),
    "out",
    files({ "a.ts": "new", "operations/b.ts": "new", "z.ts": "new", "in-the-way.ts": "new" }),
    changes({
      "a.ts": "changed",
      "gone.ts": "removed",
      "operations/b.ts": "created",
      "z.ts": "changed",
      "in-the-way.ts": "created",
    }),
  );
  await expect(writing).rejects.toThrow(ProblemsError);
  await expect(writing).rejects.toThrow(
    /^out: The files can't be written \(E\w+\); everything is as it was\. Name another folder, or clear what is in the way\.$/,
  );
  expect(await readTree(folder)).toEqual(present);
  expect(await readdir(join(folder, "out"))).toEqual(["a.ts", "gone.ts", "in-the-way.ts", "z.ts"]);
});

test("takes back removals, too", async () => {
  const folder = await temporaryFolder({ "a.ts": "old" });
  const writing = write(
    folder,
    "out",
    [],
    changes({ "a.ts": "removed", "not-there.ts": "removed" }),
  );
  await expect(writing).rejects.toThrow("ENOENT");
  expect(await readTree(folder)).toEqual({ "a.ts": "old" });
});

test("makes no folder when it can't make the whole path", async () => {
  const folder = await temporaryFolder({ file: "a file" });
  await expect(
    write(
      join(folder, "file/out"),
      "file/out",
      files({ "a.ts": "1" }),
      changes({ "a.ts": "created" }),
    ),
  ).rejects.toThrow(/^file\/out: The files can't be written \(ENOTDIR\)/);
  expect(await readTree(folder)).toEqual({ file: "a file" });
});

test.skipIf(!existsSync("/proc/self"))("gives up where the system makes no folders", async () => {
  const writing = write(
    "/proc/clientgen/out",
    "out",
    files({ "a.ts": "new" }),
    changes({ "a.ts": "created" }),
  );
  await expect(writing).rejects.toThrow(ProblemsError);
});

test("takes back what was written into other folders", async () => {
  const present = { "one/a.ts": "old", "two/z.ts": "old" };
  const folder = await temporaryFolder(present);
  await mkdir(join(folder, "two/in-the-way.ts"));
  const writing = writeFiles([
    {
      folder: join(folder, "one"),
      shown: "one",
      files: files({ "a.ts": "new", "b.ts": "new" }),
      changes: changes({ "a.ts": "changed", "b.ts": "created" }),
    },
    {
      folder: join(folder, "two"),
      shown: "two",
      files: files({ "in-the-way.ts": "new" }),
      changes: changes({ "z.ts": "removed", "in-the-way.ts": "created" }),
    },
  ]);
  await expect(writing).rejects.toThrow(/^two: The files can't be written/);
  expect(await readTree(folder)).toEqual(present);
  expect(await readdir(join(folder, "one"))).toEqual(["a.ts"]);
});

test("removes what a run that was killed has left behind, and nothing of a run at work", async () => {
  const folder = await temporaryFolder({
    ".clientgen-killed/0.new": "half",
    ".clientgen-works/0.new": "half",
    ".clientgen-file": "mine",
  });
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const name of [".clientgen-killed", ".clientgen-file"]) {
    await utimes(join(folder, name), longAgo, longAgo);
  }
  await write(folder, "out", files({ "a.ts": "1" }), changes({ "a.ts": "created" }));
  expect(await readdir(folder)).toEqual([".clientgen-file", ".clientgen-works", "a.ts"]);
});
