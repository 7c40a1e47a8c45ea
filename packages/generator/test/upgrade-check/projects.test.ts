import { cp, mkdir, rename, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  linkModule,
  makePetsClients,
  type PetsClients,
  petsProject,
} from "../support/pets-clients.js";
import { runUpgradeCheck, upgradeReport } from "../support/upgrade-check-run.js";

let clients: PetsClients;
beforeAll(async () => {
  clients = await makePetsClients();
});
afterAll(() => clients.remove());

const CHECK = ["--to", "client-0.2.0.tgz"];
const PLAIN = { target: "es2022", strict: true, types: [], skipLibCheck: true };
/** A module that makes a pet without an owner: version 0.2.0 wants one. */
const NEW_PET = `import type { AddPetRequest } from "@pets/client";
export const pet: AddPetRequest = { name: "Rex" };
`;
const BROKEN = (file: string) => `${file}:2:14 TS2741 AddPetRequest`;

test.each([
  ["nodenext", { module: "nodenext" }],
  ["bundler", { module: "esnext", moduleResolution: "bundler" }],
  ["preserve", { module: "preserve" }],
])("reads modules as %s", async (_, options) => {
  const config = { compilerOptions: { ...PLAIN, ...options } };
  const project = await petsProject(clients, { files: { "src/pet.ts": NEW_PET }, config });
  expect((await upgradeReport(clients, project, ...CHECK)).places).toEqual([BROKEN("src/pet.ts")]);
});

test("keeps the project's own paths, baseUrl and what it extends", async () => {
  const files = {
    "config/base.json": JSON.stringify({
      compilerOptions: { ...PLAIN, module: "nodenext", paths: { "#app/*": ["../src/*"] } },
    }),
    "src/pet.ts": NEW_PET,
    "src/main.ts": 'import { pet } from "#app/pet.js";\nexport const name: string = pet.name;\n',
  };
  const config = { extends: "./config/base.json", include: ["src"] };
  const project = await petsProject(clients, { files, config, compiler: "7.0.2" });
  const report = await upgradeReport(clients, project, ...CHECK);
  expect(report).toMatchObject({ places: [BROKEN("src/pet.ts")], already: 0 });
});

test("follows references within the project, and lists a place once", async () => {
  const part = (more: object) =>
    JSON.stringify({
      compilerOptions: { ...PLAIN, module: "nodenext", composite: true, outDir: "out" },
      ...more,
    });
  const files = {
    "app/tsconfig.json": part({}),
    "app/pet.ts": NEW_PET,
    "tests/tsconfig.json": part({ references: [{ path: "../app" }, { path: "../../elsewhere" }] }),
    "tests/pet.test.ts":
      'import { pet } from "../app/pet.js";\nimport { listStores } from "@pets/client";\nconsole.log(pet, listStores);\n',
  };
  const config = { files: [], references: [{ path: "./app" }, { path: "./tests" }] };
  const project = await petsProject(clients, { files, config, compiler: "7.0.2" });
  const report = await upgradeReport(clients, project, ...CHECK);
  expect(report).toMatchObject({
    configs: ["app/tsconfig.json", "tests/tsconfig.json"],
    places: [BROKEN("app/pet.ts"), "tests/pet.test.ts:2:10 TS2305 listStores"],
    warnings: [
      "../elsewhere/tsconfig.json is a project of its own, and not checked: name its folder.",
    ],
  });
});

test("checks JSX as the project does", async () => {
  const files = {
    "src/jsx.d.ts":
      "declare namespace JSX { interface IntrinsicElements { b: { title: string } } }\n",
    "src/view.tsx":
      'import type { Pet } from "@pets/client";\nexport const view = (pet: Pet) => <b title={pet.name ?? ""} />;\n',
  };
  const config = { compilerOptions: { ...PLAIN, module: "nodenext", jsx: "preserve" } };
  const project = await petsProject(clients, { files, config, compiler: "7.0.2" });
  const { places } = await upgradeReport(clients, project, ...CHECK);
  expect(places).toEqual(["src/view.tsx:2:49 TS2339 Pet"]);
});

test("checks JavaScript where the project does, and says where it does not", async () => {
  const files = {
    "src/pet.js": 'import { listStores } from "@pets/client";\nconsole.log(listStores);\n',
  };
  const options = { ...PLAIN, module: "nodenext" };
  const config = { compilerOptions: { ...options, allowJs: true, checkJs: true } };
  const checked = await petsProject(clients, { files, config, compiler: "7.0.2" });
  const report = await upgradeReport(clients, checked, ...CHECK);
  expect(report.places).toEqual(["src/pet.js:1:10 TS2305 listStores"]);
  const loose = { compilerOptions: { ...options, allowJs: true } };
  const unchecked = await petsProject(clients, { files, config: loose, compiler: "7.0.2" });
  expect(await upgradeReport(clients, unchecked, ...CHECK)).toMatchObject({
    breaks: [],
    warnings: [
      expect.stringMatching(/JavaScript is not checked, such as .*src\/pet\.js: set checkJs/),
    ],
  });
});

test("finds a client under another name", async () => {
  const program = NEW_PET.replace("@pets/client", "animals");
  const project = await petsProject(clients, {
    files: { "src/pet.ts": program },
    compiler: "7.0.2",
    manifest: { dependencies: { animals: "npm:@pets/client@^0.1.0" } },
  });
  const modules = join(project, "node_modules");
  await rename(join(modules, "@pets/client"), join(modules, "animals"));
  const { places, package: name } = await upgradeReport(clients, project, ...CHECK);
  expect([name, places]).toEqual(["animals", [BROKEN("src/pet.ts")]]);
});

test("checks one package of a monorepo that pnpm has installed", async () => {
  // Everything stands in a store at the root, and the package has links.
  const root = await petsProject(clients, {
    files: {
      "tsconfig.base.json": JSON.stringify({ compilerOptions: { ...PLAIN, module: "nodenext" } }),
      "packages/app/package.json": JSON.stringify({
        type: "module",
        dependencies: { "@pets/client": "^0.1.0" },
      }),
      "packages/app/tsconfig.json": JSON.stringify({ extends: "../../tsconfig.base.json" }),
      "packages/app/pet.ts": NEW_PET,
      "packages/other/wrong.ts": "export const wrong: number = 'one';\n",
    },
    compiler: "7.0.2",
    manifest: {},
  });
  const store = join(root, "node_modules/.pnpm/client/node_modules");
  await mkdir(store, { recursive: true });
  for (const name of ["@pets", "@plaid-partner"]) {
    await cp(join(root, "node_modules", name), join(store, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await rename(join(root, "node_modules", name), join(root, "node_modules/.pnpm", name.slice(1)));
  }
  const app = join(root, "packages/app");
  await linkModule(app, "@pets/client", join(store, "@pets/client"));
  const { places, typescript } = await upgradeReport(clients, app, ...CHECK);
  expect(places).toEqual([BROKEN("pet.ts")]);
  expect(typescript).toEqual({ version: "7.0.2", own: true });
});

test("checks the configuration that is named", async () => {
  const files = {
    "src/pet.ts": NEW_PET,
    "tsconfig.app.json": JSON.stringify({ compilerOptions: { ...PLAIN, module: "nodenext" } }),
  };
  const config = { files: [] };
  const project = await petsProject(clients, { files, config, compiler: "7.0.2" });
  const bare = await runUpgradeCheck(clients, project, ...CHECK);
  expect(bare.code).toBe(2);
  expect(bare.stderr).toContain(
    "tsconfig.json: It names no files. Name the one that does with --project FILE.",
  );
  const report = await upgradeReport(clients, project, ...CHECK, "--project", "tsconfig.app.json");
  expect(report).toMatchObject({ configs: ["tsconfig.app.json"], places: [BROKEN("src/pet.ts")] });
});

test("looks through a link to the project", async () => {
  const project = await petsProject(clients, { files: { "pet.ts": NEW_PET }, compiler: "7.0.2" });
  const link = join(clients.folder, "linked-project");
  await symlink(project, link, "junction");
  const { places } = await upgradeReport(clients, "linked-project", ...CHECK);
  expect(places).toEqual([BROKEN("pet.ts")]);
});

test("says what is wrong with a configuration that TypeScript still goes on with", async () => {
  const config = { extends: "./no.json" };
  const project = await petsProject(clients, {
    files: { "pet.ts": NEW_PET },
    config,
    compiler: "7.0.2",
  });
  expect(await upgradeReport(clients, project, ...CHECK)).toMatchObject({
    places: [BROKEN("pet.ts")],
    already: 1,
    warnings: [expect.stringMatching(/^tsconfig\.json: TypeScript says of it: TS5083 .*no\.json/)],
  });
});
