import { join } from "node:path";
import { expect, test } from "vitest";
import { findPrettierConfig } from "../../src/format/prettier-config.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test.each([
  [".prettierrc", "{}"],
  [".prettierrc.toml", ""],
  ["prettier.config.mts", "export default {};"],
  ["package.json", '{ "prettier": { "semi": false } }'],
  ["package.yaml", "name: a\nprettier:\n  semi: false\n"],
])("finds %s in a folder above", async (name, content) => {
  const folder = await temporaryFolder({ [name]: content });
  expect(await findPrettierConfig(join(folder, "src", "generated"))).toBe(join(folder, name));
});

test.each([
  ["package.json", '{ "devDependencies": { "prettier": "3.10.1" } }'],
  ["package.json", "{ broken"],
  ["package.yaml", "dependencies:\n  prettier: 3.10.1\n"],
  [".prettierignore", "dist"],
  ["prettier.config-of-mine.js", ""],
])("takes no %s for one that has no settings: %s", async (name, content) => {
  expect(await findPrettierConfig(await temporaryFolder({ [name]: content }))).toBeUndefined();
});
