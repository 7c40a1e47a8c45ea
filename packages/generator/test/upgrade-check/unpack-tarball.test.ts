import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar, type TarEntry } from "modern-tar";
import { expect, test } from "vitest";
import { unpackTarball } from "../../src/upgrade-check/unpack-tarball.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";

const file = (name: string, body = "text"): TarEntry => ({
  header: { name, size: Buffer.byteLength(body), type: "file" },
  body,
});

/** Unpacks entries into a folder of a new folder, and gives the latter. */
async function unpack(entries: TarEntry[], cut = 0): Promise<string> {
  const folder = await temporaryFolder();
  const path = join(folder, "a.tgz");
  const packed = gzipSync(await packTar(entries));
  await writeFile(path, packed.subarray(0, packed.length - cut));
  await unpackTarball(path, "a.tgz", join(folder, "into"));
  return folder;
}

test("writes regular files, without the folder that all stand in", async () => {
  const folder = await unpack([
    { header: { name: "package/", size: 0, type: "directory" } },
    file("package/package.json", "{}"),
    file("package/dist/a.js", "1"),
  ]);
  expect(await readTree(join(folder, "into"))).toEqual({ "package.json": "{}", "dist/a.js": "1" });
  expect(await readdir(folder)).toEqual(["a.tgz", "into"]);
});

const link = (type: "symlink" | "link"): TarEntry => ({
  header: { name: "package/a", size: 0, type, linkname: "/etc/passwd" },
});

test.each([
  ["a symbolic link", [link("symlink")], 'holds "package/a", which is a symlink'],
  ["a hard link", [link("link")], 'holds "package/a", which is a link'],
  ["a way up", [file("package/../../a")], 'path "package/../../a" leads out'],
  ["a way up of Windows", [file("package\\..\\..\\a")], "leads out of the package"],
  ["the root", [file("/etc/a")], 'path "/etc/a" leads out'],
  ["a drive", [file("package/C:/a")], "leads out of the package"],
  ["a file without a folder", [file("a")], 'path "a" leads out'],
  ["a file that is a folder, too", [file("package/a"), file("package/a/b")], "can't be written"],
])("refuses %s", async (_, entries, reason) => {
  await expect(unpack(entries)).rejects.toThrow(reason);
});

test("refuses half a tarball", async () => {
  await expect(unpack([file("package/a")], 20)).rejects.toThrow(
    "This is no tarball that can be read",
  );
});

test("refuses what is no file", async () => {
  const folder = await temporaryFolder();
  await expect(unpackTarball(folder, "a", join(folder, "b"))).rejects.toThrow(
    "a: This is no file.",
  );
  await expect(unpackTarball(join(folder, "c"), "c", folder)).rejects.toThrow(
    "There is no such file",
  );
});
