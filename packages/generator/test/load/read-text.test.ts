import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText } from "../../src/load/read-text.js";
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
    "invalid UTF-8",
    new Uint8Array([0x61, 0xff, 0xfe]),
    "This file is not UTF-8 text. Name a YAML or JSON document, in UTF-8.",
  ],
])("refuses %s", async (_name, content, message) => {
  expect(await read(content)).toBe(`shown.yaml: ${message}`);
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
