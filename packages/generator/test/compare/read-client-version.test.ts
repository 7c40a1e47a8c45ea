import { join } from "node:path";
import { expect, test } from "vitest";
import { findFile } from "../../src/compare/find-file.js";
import { readClientVersion } from "../../src/compare/read-client-version.js";
import { gitRepository } from "../support/git-repository.js";
import { inFolder } from "../support/in-folder.js";

test("is that of the work tree, or of the document's commit", async () => {
  const { folder, commit } = await gitRepository({
    "a.yaml": "",
    "client/package.json": '{ "version": "0.1.0" }',
  });
  await commit({ "client/package.json": "{", "later/package.json": '{ "version": "1.0.0" }' });
  await inFolder(folder, async () => {
    const version = async (document: string, name: string) =>
      readClientVersion(await findFile(document), {
        folder: join(process.cwd(), name),
        version: "0.3.0",
      });
    expect(await version("a.yaml", "client")).toBe("0.3.0");
    expect(await version("v1:a.yaml", "client")).toBe("0.1.0");
    expect(await version("main:a.yaml", "client")).toBeUndefined();
    expect(await version("v1:a.yaml", "later")).toBeUndefined();
    expect(await version("main:a.yaml", "later")).toBe("1.0.0");
  });
});
