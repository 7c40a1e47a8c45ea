import { join } from "node:path";
import { expect, test } from "vitest";
import { findPrettierConfig, settingsOf } from "../../src/format/prettier-config.js";
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

test.each([
  [".prettierrc", "{}"],
  [".prettierrc", ""],
  [".prettierrc.toml", "semi = false"],
  ["package.json", '{ "prettier": { "semi": false } }'],
])("tells %s by its content: %s", async (name, content) => {
  const folder = await temporaryFolder({ [name]: content, ["other/" + name]: content });
  const settings = await settingsOf(join(folder, name));
  expect(settings).toMatch(/^[0-9a-f]{32}$/);
  expect(await settingsOf(join(folder, "other", name))).toBe(settings);
});

test.each([
  ["prettier.config.mjs", "export default {};"],
  [".prettierrc.cts", "export = {};"],
  [".prettierrc", '"@company/prettier-config"\n'],
  [".prettierrc", "@company/prettier-config"],
  ["package.json", '{ "prettier": "@company/prettier-config" }'],
  [".prettierrc.yaml", "plugins: [prettier-plugin-organize-imports]"],
])("does not know the settings of %s: %s", async (name, content) => {
  const folder = await temporaryFolder({ [name]: content });
  expect(await settingsOf(join(folder, name))).toBe("unknown");
});

test("tells that there are none", async () => {
  expect(await settingsOf(undefined)).toBe("none");
});
