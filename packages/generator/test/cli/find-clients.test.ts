import { join } from "node:path";
import { expect, test } from "vitest";
import { findClients } from "../../src/cli/find-clients.js";
import { inFolder } from "../support/in-folder.js";
import { configuration } from "../support/pets.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("finds the clients of a document, with the packages that they are in", async () => {
  const folder = await temporaryFolder({
    "clientgen.config.json": configuration([
      { spec: "spec/a.yaml", out: "one/src" },
      { spec: "spec/b.yaml", out: "two/src" },
      { spec: "./spec/../spec/a.yaml", out: "three/src", allowExternal: true },
      { spec: "https://pets.example/a.yaml", out: "four/src" },
    ]),
    "one/package.json": '{ "name": "one", "version": "1.2.3" }',
    "three/package.json": '{ "name": "three" }',
    "four/package.json": '{ "name": "four" }',
    "spec/x": "",
  });
  await inFolder(join(folder, "spec"), async () => {
    const root = join(process.cwd(), "..");
    const found = await findClients(join(root, "spec/a.yaml"));
    expect(found).toMatchObject([
      { folder: join(root, "one"), version: "1.2.3" },
      { folder: join(root, "three"), options: { allowExternal: true } },
    ]);
    expect(await findClients("https://pets.example/a.yaml")).toMatchObject([
      { folder: join(root, "four") },
    ]);
    expect(await findClients(join(root, "spec/c.yaml"))).toEqual([]);
  });
});

test("no configuration names no client", async () => {
  const folder = await temporaryFolder();
  await inFolder(folder, async () => {
    expect(await findClients(join(folder, "a.yaml"))).toEqual([]);
  });
});
