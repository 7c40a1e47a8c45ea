import { execFileSync } from "node:child_process";
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readIfFile, readText } from "../../src/load/read-text.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function read(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), "file.yaml");
  await writeFile(path, content);
  return readText(path, "shown.yaml").catch((error: Error) => error.message);
}

test("gives the text, without a byte order mark", async () => {
  expect(await read("größe: 1\n")).toBe("größe: 1\n");
  expect(await read("\uFEFFa: 1")).toBe("a: 1");
});

test.each([
  ["an empty file", "", "This file is empty. Write what belongs into it, or name another."],
  [
    "white space alone",
    " \n\t\n",
    "This file is empty. Write what belongs into it, or name another.",
  ],
  ["a binary file", "a\0b", "This file is binary. Name a YAML or JSON document, in UTF-8."],
  [
    "UTF-16 text",
    Buffer.from("\uFEFFa: 1", "utf16le"),
    "This file is UTF-16 text. Save it as UTF-8.",
  ],
  [
    "a packed file",
    gzipSync("openapi: 3.1.0"),
    "This file is packed by gzip. Unpack it, and name what comes out.",
  ],
  [
    "a web page",
    "\n<!doctype html>",
    "This is HTML or XML, no OpenAPI document. Name a YAML or JSON document, in UTF-8.",
  ],
])("refuses %s", async (_name, content, message) => {
  expect(await read(content)).toBe(`shown.yaml: ${message}`);
});

test.each([
  ["in the first line", [0x61, 0xff, 0xfe], 1, 1],
  [
    "behind whole characters",
    [0x0a, 0xc3, 0xb6, 0xe2, 0x82, 0xac, 0x0a, 0xc3, 0xb6, 0xc3, 0x28],
    9,
    3,
  ],
  ["in the middle of a character at the end", [0x0a, 0x0a, 0x61, 0xe2, 0x82], 3, 3],
])("tells the byte and the line of invalid UTF-8 %s", async (_name, bytes, offset, line) => {
  expect(await read(new Uint8Array(bytes))).toBe(
    `shown.yaml:${line}: This file is not UTF-8 text: byte ${offset} fits nothing. Save it as UTF-8, or name a YAML or JSON document.`,
  );
});

test("refuses a file of 100 MB without reading it", async () => {
  const path = join(await temporaryFolder(), "large.yaml");
  const file = await open(path, "w");
  await file.truncate(100_000_000);
  await file.close();
  await expect(readText(path, "large.yaml")).rejects.toThrow(
    "large.yaml: This makes the document too large: it has 100 MB, and clientgen reads less than 100 MB in all. Take the part that you need.",
  );
});

test.skipIf(process.platform === "win32")("waits for no pipe", async () => {
  const folder = await temporaryFolder({ "a.txt": "text" });
  execFileSync("mkfifo", [join(folder, "pipe")]);
  const names = ["a.txt", "pipe", "nothing", "."];
  const texts = await Promise.all(names.map((name) => readIfFile(join(folder, name))));
  expect(texts).toEqual(["text", undefined, undefined, undefined]);
});

test.skipIf(process.platform === "win32")("refuses a device, which could be endless", async () => {
  await expect(readText("/dev/zero", "/dev/zero")).rejects.toThrow(
    "/dev/zero: This is a pipe, a socket or a device, no file. Save what it gives.",
  );
});

test("refuses what is not there, and a folder", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "inner"));
  await expect(readText(join(folder, "none.yaml"), "none.yaml")).rejects.toThrow(
    "none.yaml: There is no such file. Check the path.",
  );
  await expect(readText(join(folder, "inner"), "inner")).rejects.toThrow(
    "inner: This is a folder. Name the OpenAPI document in it.",
  );
});
