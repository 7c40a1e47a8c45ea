import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  makePetsClients,
  packFiles,
  type PetsClients,
  type PetsProject,
  petsProject,
} from "../support/pets-clients.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { runUpgradeCheck } from "../support/upgrade-check-run.js";

let clients: PetsClients;
beforeAll(async () => {
  clients = await makePetsClients();
  const { folder } = clients;
  await writeFile(join(folder, "text.tgz"), "No tarball.");
  const other = { name: "other", version: "1.0.0" };
  await packFiles({ "package.json": JSON.stringify(other) }, join(folder, "other.tgz"));
  const client = { name: "@pets/client", version: "1.0.0" };
  await packFiles({ "package.json": JSON.stringify(client) }, join(folder, "empty.tgz"));
  await packFiles({ "index.js": "" }, join(folder, "bare.tgz"));
  await packFiles({ "../../out.txt": "" }, join(folder, "out.tgz"));
  const far = { ...client, dependencies: { "@plaid-partner/runtime": "file:../runtime" } };
  await packFiles({ "package.json": JSON.stringify(far) }, join(folder, "far.tgz"));
  const above = { ...client, dependencies: { "../../client-0.1.0": "*" } };
  await packFiles({ "package.json": JSON.stringify(above) }, join(folder, "above.tgz"));
});
afterAll(() => clients.remove());

const PROGRAM = 'import { addPet } from "@pets/client";\nconsole.log(addPet);\n';
const compilerOptions = { strict: true, types: [], skipLibCheck: true };
const WITHOUT_CLIENT = { "src/main.ts": "export {};\n" };

interface Case extends Partial<PetsProject> {
  readonly args: readonly string[];
  /** What is said; PROJECT is its folder. */
  readonly says: string;
}

const CASES: Readonly<Record<string, Case>> = {
  "a path that is none": {
    args: ["--to", "./no.tgz"],
    says: "./no.tgz: There is no such file. Check the path, or give a version.",
  },
  "a file that is no tarball": {
    args: ["--to", "text.tgz"],
    says: "text.tgz: This is no tarball that can be read (incorrect header check). Name a tarball that npm pack made.",
  },
  "a tarball without a package.json": {
    args: ["--to", "bare.tgz"],
    says: "bare.tgz: There is no package.json. Check the path.",
  },
  "a tarball that leads out of its folder": {
    args: ["--to", "out.tgz"],
    says: 'out.tgz: The tarball\'s path "package/../../out.txt" leads out of the package. Name a tarball that npm pack made.',
  },
  "a tarball of another package": {
    args: ["--to", "other.tgz"],
    says: "other.tgz: This is the package other, and PROJECT does not depend on it. Name the project that does; this one depends on @pets/client.",
  },
  "a tarball that is not the package of --package": {
    args: ["--to", "other.tgz", "--package", "@pets/client"],
    says: "other.tgz: This is the package other, not @pets/client. Drop --package.",
  },
  "a client that has not been built": {
    args: ["--to", "empty.tgz"],
    says: "--to: @pets/client 1.0.0 holds no types at its entry. Build it first.",
  },
  "a need that no registry has": {
    args: ["--to", "far.tgz"],
    says: "@pets/client: @pets/client 1.0.0 needs @plaid-partner/runtime file:../runtime, which is no range of versions. Give it by file: --with TARBALL.",
  },
  "a need whose name leads out of the folder for packages": {
    args: ["--to", "above.tgz"],
    says: '@pets/client: "../../client-0.1.0" is no name for an npm package. Name a package as npm packs it.',
  },
  "a tarball that nothing needs": {
    args: ["--to", "client-0.2.0.tgz", "--with", "other.tgz"],
    says: "--with: Nothing needs other. Drop it.",
  },
  "a version that is none": {
    args: ["--to", "1.0.0 || rm"],
    says: '--to: "@pets/client@1.0.0 || rm" is nothing that npm can fetch. Give a version, a dist-tag, or the path of a tarball or of a package\'s folder.',
  },
  "a project that does not depend on the client": {
    manifest: { dependencies: { a: "1" } },
    args: ["--to", "client-0.2.0.tgz"],
    says: "client-0.2.0.tgz: This is the package @pets/client, and PROJECT does not depend on it. Name the project that does; this one depends on a.",
  },
  "a version for a project without a client": {
    manifest: {},
    args: ["--to", "0.2.0"],
    says: "PROJECT: None of the installed dependencies is a client made by clientgen: none depends on @plaid-partner/runtime. Install the project's dependencies, or name the client with --package.",
  },
  "a client that is not installed": {
    manifest: { dependencies: { "@pets/other": "1.0.0" } },
    args: ["--to", "0.2.0", "--package", "@pets/other"],
    says: "PROJECT: @pets/other is not installed. Install the project's dependencies: its calls are first checked against what it has.",
  },
  "a configuration that is none": {
    args: ["--to", "client-0.2.0.tgz", "--project", "tsconfig.app.json"],
    says: "PROJECT/tsconfig.app.json: There is no such file. Name the one that type-checks the project's code with --project FILE, within it.",
  },
  "a configuration whose code does not use the client": {
    files: WITHOUT_CLIENT,
    args: ["--to", "client-0.2.0.tgz"],
    says: "PROJECT: No file of tsconfig.json imports @pets/client. Name the configuration of the files that do with --project FILE.",
  },
  "an old way to find modules": {
    compiler: "5.9.3",
    config: {
      compilerOptions: { ...compilerOptions, module: "esnext", moduleResolution: "node10" },
    },
    args: ["--to", "client-0.2.0.tgz"],
    says: "tsconfig.json: The project's code does not find @pets/client as it is: Cannot find module '@pets/client'",
  },
  "a tsc that ends without a word": {
    compiler: undefined,
    args: ["--to", "client-0.2.0.tgz"],
    files: {
      "src/main.ts": PROGRAM,
      "node_modules/typescript/package.json": '{ "name": "typescript", "version": "9.0.0" }',
      "node_modules/typescript/bin/tsc": "",
    },
    says: "tsconfig.json: TypeScript 9.0.0 does not come as far as types in this project: it says nothing. Mend this first.",
  },
  "a file that is no TypeScript": {
    files: { "src/main.ts": "import {" },
    args: ["--to", "client-0.2.0.tgz"],
    says: "src/main.ts:1: TypeScript 7.0.2 does not come as far as types in this project: TS1005",
  },
};

test.each(Object.entries(CASES))("refuses %s", async (_, { args, says, ...given }) => {
  const files = { "src/main.ts": PROGRAM };
  const project = await petsProject(clients, { files, compiler: "7.0.2", ...given });
  const { code, stdout, stderr } = await runUpgradeCheck(clients, project, ...args);
  expect(stderr.replaceAll(project, "PROJECT")).toContain(says);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect([code, stdout]).toEqual([2, ""]);
});

test("refuses a folder without a project", async () => {
  const bare = await temporaryFolder();
  const to = ["--to", "client-0.2.0.tgz"];
  expect((await runUpgradeCheck(clients, bare, ...to)).stderr).toBe(
    `${bare}: There is no package.json. Check the path.\n`,
  );
  await writeFile(join(bare, "package.json"), "{}");
  expect((await runUpgradeCheck(clients, bare, ...to)).stderr).toBe(
    `${bare}/tsconfig.json or jsconfig.json: There is no such file. Name the one that type-checks the project's code with --project FILE, within it.\n`,
  );
  await writeFile(join(bare, "package.json"), "[]");
  expect((await runUpgradeCheck(clients, bare, ...to, "--json")).stdout).toContain(
    '"message": "Its package.json is no JSON object."',
  );
});
