import { join } from "node:path";
import { expect, test } from "vitest";
import { findPackage } from "../../src/load/find-package.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("finds the nearest package that has a name, of folders that need not be there", async () => {
  const folder = await temporaryFolder({
    "package.json": '{ "name": "outer", "version": "1.0.0" }',
    "inner/package.json": '{ "type": "module" }',
    "inner/broken/package.json": "{",
    "plain/package.json": '{ "name": "plain" }',
  });
  const outer = { folder, name: "outer", version: "1.0.0" };
  expect(await findPackage(join(folder, "inner/broken/src/generated"))).toEqual(outer);
  expect(await findPackage(join(folder, "plain/src"))).toEqual({
    folder: join(folder, "plain"),
    name: "plain",
    version: undefined,
  });
});
