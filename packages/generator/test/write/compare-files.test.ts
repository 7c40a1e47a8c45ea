import { mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HEADER } from "../../src/model/emitted-file.js";
import { compareFiles } from "../../src/write/compare-files.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const OURS = `${HEADER}api.yaml.\n`;
const FILES = [
  { path: "index.ts", content: `${OURS}1` },
  { path: "operations/a.ts", content: `${OURS}2` },
];

const compare = async (present: Readonly<Record<string, string>>) => {
  const folder = await temporaryFolder(present);
  return compareFiles(folder, "out", FILES).then(
    (changes) => changes.map(({ path, change }) => `${change} ${path}`),
    (error: Error) => error.message.split("\n"),
  );
};

test("creates all where there is nothing, not even the folder", async () => {
  expect(await compare({})).toEqual(["created index.ts", "created operations/a.ts"]);
  const folder = join(await temporaryFolder(), "not", "there");
  expect(await compareFiles(folder, "out", [])).toEqual([]);
});

test("writes nothing where a link in the folder leads", async () => {
  const folder = await temporaryFolder({ "out/index.ts": OURS, "mine/a.ts": OURS });
  await symlink(join(folder, "mine"), join(folder, "out/operations"), "dir");
  await expect(compareFiles(join(folder, "out"), "out", FILES)).rejects.toThrow(
    `${join("out", "operations/")}: This is a link, so that files would be written and removed elsewhere.`,
  );
  await symlink(join(folder, "out"), join(folder, "link"), "dir");
  await rm(join(folder, "out/operations"));
  expect(await compareFiles(join(folder, "link"), "link", FILES)).toHaveLength(2);
});

test("tells unchanged, changed and stale generated files", async () => {
  expect(
    await compare({
      "index.ts": `${OURS}1`,
      "operations/a.ts": `${OURS}old`,
      "operations/b.ts": OURS,
      "enums.ts": OURS,
    }),
  ).toEqual([
    "unchanged index.ts",
    "changed operations/a.ts",
    "removed enums.ts",
    "removed operations/b.ts",
  ]);
});

test("leaves alone what it did not make, and what another client has further down", async () => {
  expect(
    await compare({
      "mine.ts": "x",
      "operations/mine.ts": "x",
      "index.js": OURS,
      "deeper/index.ts": OURS,
      "operations/deeper/x.ts": OURS,
    }),
  ).toEqual(["created index.ts", "created operations/a.ts"]);
});

test("refuses to write over somebody else's file", async () => {
  expect(await compare({ "index.ts": "mine", "operations/a.ts": "mine" })).toEqual([
    `${join("out", "index.ts")}: This file is in the way, and clientgen did not make it. Move it, or choose another folder with --out.`,
    `${join("out", "operations/a.ts")}: This file is in the way, and clientgen did not make it. Move it, or choose another folder with --out.`,
  ]);
});

test("refuses to remove files of another document's client", async () => {
  const other = `${HEADER}other.yaml. Do not edit: change the document.\n`;
  expect(await compare({ "index.ts": other, "enums.ts": other })).toEqual([
    "out: This folder holds a client of other.yaml, and files of it would be removed. Delete the folder, or choose another with --out.",
  ]);
  expect(await compare({ "index.ts": other })).toContain("changed index.ts");
});

test("knows its own files by the document, whatever else their first line says", async () => {
  const older = `${HEADER}api.yaml. Do not edit: this is how an older clientgen put it.\r\n`;
  expect(await compare({ "index.ts": older, "enums.ts": older })).toContain("removed enums.ts");
});

test("takes a file in a generated folder for a generated one that was edited", async () => {
  expect(await compare({ "index.ts": "edited", "enums.ts": OURS })).toContain("changed index.ts");
});

test("refuses a folder where a file has to be written", async () => {
  const folder = await temporaryFolder({ "enums.ts": OURS });
  await mkdir(join(folder, "index.ts"));
  await expect(compareFiles(folder, "out", FILES)).rejects.toThrow(
    `${join("out", "index.ts")}: Something that is no file stands where a file has to be written. Move it, or choose another folder with --out.`,
  );
});

test("refuses a file where a folder has to be", async () => {
  const folder = await temporaryFolder({ out: "a file", "two/operations": "a file" });
  const message = "This path leads through a file. Name a folder with --out.";
  await expect(compareFiles(join(folder, "out"), "out", FILES)).rejects.toThrow(`out: ${message}`);
  await expect(compareFiles(join(folder, "two"), "two", FILES)).rejects.toThrow(message);
});
