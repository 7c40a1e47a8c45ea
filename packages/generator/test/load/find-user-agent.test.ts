import { join } from "node:path";
import { expect, test } from "vitest";
import { findUserAgent } from "../../src/load/find-user-agent.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test.each([
  ["name and version", { name: "pets", version: "1.2.3-rc.1+b" }, "pets/1.2.3-rc.1+b"],
  ["a scope", { name: "@pets/client", version: "1.0.0" }, "pets-client/1.0.0"],
  ["no version", { name: "@pets/client" }, "pets-client"],
  ["a version that no header can hold", { name: "pets", version: "1\r\nX-Evil: 1" }, "pets"],
  ["a name that no header can hold", { name: "haustiere & co", version: "1.0.0" }, undefined],
])("%s", async (_, content, expected) => {
  const folder = await temporaryFolder({ "package.json": JSON.stringify(content) });
  expect(await findUserAgent(folder)).toBe(expected);
});

test("the nearest package that has a name counts, and folders need not be there", async () => {
  const folder = await temporaryFolder({
    "package.json": '{ "name": "outer", "version": "1.0.0" }',
    "inner/package.json": '{ "type": "module" }',
    "inner/broken/package.json": "{",
  });
  expect(await findUserAgent(join(folder, "inner/broken/src/generated"))).toBe("outer/1.0.0");
});
