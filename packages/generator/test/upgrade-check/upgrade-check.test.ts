import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  makePetsClients,
  packFiles,
  type PetsClients,
  petsProject,
  PROGRAM,
} from "../support/pets-clients.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";
import { place, runUpgradeCheck, upgradeReport } from "../support/upgrade-check-run.js";

let clients: PetsClients;
beforeAll(async () => {
  clients = await makePetsClients();
});
afterAll(() => clients.remove());

/** What version 0.2.0 breaks in the program, by place. */
const BROKEN = [
  "src/main.ts:1:50 TS2305 listStores",
  "src/main.ts:5:9 TS2339 addPet",
  "src/main.ts:5:51 TS2322 addPet",
  "src/main.ts:6:7 TS2741 AddPetRequest",
  "src/main.ts:8:65 TS2339 listStores",
];

describe.each(["5.9.3", "7.0.2", undefined] as const)("with TypeScript %s", (compiler) => {
  test("lists the call sites that break, and those alone", async () => {
    const broken = "// A mistake of its own.\nexport const count: number = 'one';\n";
    const files = { "src/main.ts": PROGRAM, "src/broken.ts": broken };
    const project = await petsProject(clients, { files, compiler });
    const result = await upgradeReport(clients, project, "--to", "client-0.2.0.tgz");
    expect(result.places).toEqual(BROKEN);
    expect(result).toMatchObject({
      code: 1,
      package: "@pets/client",
      from: "0.1.0",
      to: "0.2.0",
      typescript: { version: compiler ?? "5.9.3", own: compiler !== undefined },
      configs: ["tsconfig.json"],
      brings: [],
      changed: [],
      already: 1,
      warnings: [],
    });
    expect(result.breaks[3]?.message).toMatch(/Property 'owner' is missing in type/);
  });
});

test("says that nothing breaks, and ends with 0", async () => {
  const project = await petsProject(clients, {
    files: { "src/main.ts": PROGRAM },
    compiler: "7.0.2",
  });
  const { code, stdout } = await runUpgradeCheck(clients, project, "--to", "client-0.1.1.tgz");
  expect(stdout.replace(/\d+ ms/, "N ms")).toBe(
    "@pets/client 0.1.0 -> 0.1.1, checked by the project's TypeScript 7.0.2: tsconfig.json\nNothing breaks. Done in N ms.\n",
  );
  expect(code).toBe(0);
});

test("prints places by what of the client they use", async () => {
  const project = await petsProject(clients, {
    files: { "src/main.ts": PROGRAM },
    compiler: "7.0.2",
  });
  const { code, stdout } = await runUpgradeCheck(clients, project, "--to", "client-0.2.0.tgz");
  expect(code).toBe(1);
  expect(stdout).toContain(
    "\nlistStores\n  src/main.ts:1:50 TS2305 Module '\"@pets/client\"' has no",
  );
  expect(stdout).toContain("\naddPet\n  src/main.ts:5:9 TS2339 Property 'name' does not exist");
  expect(stdout).toMatch(/\n\n5 places break\. Done in \d+ ms\.\n$/);
});

test("takes a folder with a built package", async () => {
  const project = await petsProject(clients, {
    files: { "src/main.ts": PROGRAM },
    compiler: "7.0.2",
  });
  expect((await upgradeReport(clients, project, "--to", clients.built("0.2.0"))).places).toEqual(
    BROKEN,
  );
});

test("tells errors apart that a place has already, in other words", async () => {
  // Wrong before and after: the list of kinds in the message is another one.
  const program =
    'import type { AddPetRequest } from "@pets/client";\nexport const a: AddPetRequest["kind"] = "fish";\n';
  const project = await petsProject(clients, {
    files: { "src/main.ts": program },
    compiler: "7.0.2",
  });
  const result = await upgradeReport(clients, project, "--to", "client-0.2.0.tgz");
  expect(result).toMatchObject({ code: 0, breaks: [], already: 1 });
  expect(result.changed.map(place)).toEqual(["src/main.ts:2:14 TS2322 AddPetRequest"]);
});

test("finds entries that the new version has not, and goes not on to the installed one", async () => {
  const program =
    'import manifest from "@pets/client/package.json" with { type: "json" };\nimport { addPet } from "@pets/client";\nconsole.log(manifest, addPet);\n';
  const project = await petsProject(clients, {
    files: { "src/main.ts": program },
    compiler: "7.0.2",
  });
  expect((await upgradeReport(clients, project, "--to", "client-0.1.1.tgz")).breaks).toEqual([]);
  const without = join(await temporaryFolder(), "client.tgz");
  const files = Object.fromEntries(
    Object.entries(await readTree(clients.built("0.1.1"))).filter(([path]) =>
      path.startsWith("dist/"),
    ),
  );
  const exports = { ".": "./dist/index.js" };
  const manifest = { name: "@pets/client", version: "0.3.0", type: "module", exports };
  await packFiles({ ...files, "package.json": JSON.stringify(manifest) }, without);
  const { breaks } = await upgradeReport(clients, project, "--to", without);
  expect(breaks).toMatchObject([{ line: 1, message: "@pets/client 0.3.0 has no such entry." }]);
});

test("prints what the README shows", async () => {
  const main = `import { createPetsClient } from "@pets/client";

const pets = createPetsClient({ environment: "live" });
const rex = await pets.addPet({ name: "Rex", kind: "dog" });
console.log(rex.name);
`;
  const adopt =
    'import type { AddPetRequest } from "@pets/client";\n\nexport const wanda: AddPetRequest = { name: "Wanda" };\n';
  const files = { "src/main.ts": main, "src/adopt.ts": adopt };
  const project = await petsProject(clients, { files, compiler: "7.0.2" });
  const { stdout } = await runUpgradeCheck(clients, project, "--to", "client-0.2.0.tgz");
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const [, shown] = /```\n(@pets\/client[^]*?)```/.exec(readme) ?? [];
  const plain = (text = "") => text.replace(/\d+ ms/, "N ms");
  expect(plain(stdout)).toBe(plain(shown));
});
