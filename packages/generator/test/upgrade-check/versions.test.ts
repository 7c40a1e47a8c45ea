import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  makePetsClients,
  packFiles,
  type PetsClients,
  petsProject,
  RUNTIME,
} from "../support/pets-clients.js";
import { MAIN } from "../support/run-clientgen.js";
import { serveFiles } from "../support/serve-files.js";
import { serveRegistry } from "../support/serve-registry.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";
import { runUpgradeCheck, upgradeReport } from "../support/upgrade-check-run.js";

let clients: PetsClients;
beforeAll(async () => {
  clients = await makePetsClients();
  await packNewRuntime();
});
afterAll(() => clients.remove());

/** A runtime 0.2.0 whose timeout is no number any more, and a client 0.3.0 that needs it. */
async function packNewRuntime(): Promise<void> {
  const isPacked = ([path]: [string, string]) => /^(dist\/.*|package\.json)$/.test(path);
  const runtime = await readTree(RUNTIME);
  const renewed = Object.entries(runtime)
    .filter(isPacked)
    .map(([path, text]) => [path, text.replaceAll("timeout?: number", "timeout?: string")]);
  const version = '"version": "0.1.0"';
  const files = {
    ...(Object.fromEntries(renewed) as Record<string, string>),
    "package.json": runtime["package.json"]?.replace(version, '"version": "0.2.0"') ?? "",
    "dist/version.d.ts": runtime["dist/version.d.ts"]?.replaceAll("0.1.0", "0.2.0") ?? "",
  };
  await packFiles(files, join(clients.folder, "runtime-0.2.0.tgz"));
  const client = Object.entries(await readTree(clients.built("0.1.1"))).filter(isPacked);
  const needs = client.map(([path, text]) => [path, text.replaceAll("^0.1.0", "^0.2.0")]);
  await packFiles(
    Object.fromEntries(
      needs.map(([path = "", text = ""]) => [
        path,
        text.replace('"version":"0.1.1"', '"version":"0.3.0"'),
      ]),
    ),
    clients.tarball("0.3.0"),
  );
}

const PROGRAM = `import { createPetsClient } from "@pets/client";
export const pets = createPetsClient({ environment: "live", timeout: 5_000 });
export const adding = pets.addPet({ name: "Rex", kind: "dog" });
`;
/** What the new runtime breaks. */
const BROKEN = "src/main.ts:2:61 TS2322 createPetsClient";
const files = { "src/main.ts": PROGRAM };
const brings = [{ name: "@plaid-partner/runtime", version: "0.2.0" }];

test("takes a newer runtime by file", async () => {
  const project = await petsProject(clients, { files, compiler: "7.0.2" });
  const to = ["--to", "client-0.3.0.tgz", "--with", "runtime-0.2.0.tgz"];
  expect(await upgradeReport(clients, project, ...to)).toMatchObject({
    code: 1,
    to: "0.3.0",
    places: [BROKEN],
    brings,
  });
});

describe("from the project's registry", () => {
  /** A project that has the registry in its configuration. */
  async function registryProject() {
    const registry = await serveRegistry({
      "@pets/client": {
        "0.1.0": clients.tarball("0.1.0"),
        "0.2.0": clients.tarball("0.2.0"),
        "0.3.0": clients.tarball("0.3.0"),
      },
      "@plaid-partner/runtime": { "0.2.0": join(clients.folder, "runtime-0.2.0.tgz") },
    });
    const npmrc = `registry=${registry.origin}/\ncache=${clients.folder}/npm-cache\nfetch-retries=0\n`;
    const config = {
      compilerOptions: { module: "nodenext", strict: true, types: [], skipLibCheck: true },
    };
    const project = await petsProject(clients, {
      files: {
        ".npmrc": npmrc,
        "packages/app/package.json": JSON.stringify({ dependencies: { "@pets/client": "*" } }),
        "packages/app/tsconfig.json": JSON.stringify(config),
        "packages/app/src/main.mts": PROGRAM,
        ...files,
      },
      config: { ...config, include: ["src"] },
      compiler: "7.0.2",
    });
    return { project, ...registry };
  }

  test("fetches a version and what it needs", async () => {
    const { project, paths } = await registryProject();
    const report = await upgradeReport(clients, project, "--to", "0.3.0");
    expect(report).toMatchObject({ code: 1, to: "0.3.0", places: [BROKEN], brings });
    expect(paths().filter((path) => path.endsWith(".tgz"))).toEqual([
      "/@pets/client/-/client-0.3.0.tgz",
      "/@plaid-partner/runtime/-/runtime-0.2.0.tgz",
    ]);
  });

  test("takes ranges and dist-tags, and the .npmrc of a monorepo's root", async () => {
    const { project } = await registryProject();
    const app = join(project, "packages/app");
    const range = await upgradeReport(clients, app, "--to", "^0.2.0");
    expect(range).toMatchObject({ to: "0.2.0", places: ["src/main.mts:3:50 TS2322 addPet"] });
    expect(await upgradeReport(clients, app, "--to", "next")).toMatchObject({ to: "0.3.0" });
  });

  test("says which version the registry has not", async () => {
    const { project } = await registryProject();
    const { code, stderr } = await runUpgradeCheck(clients, project, "--to", "9.9.9");
    expect(stderr).toBe(
      "--to: The registry has no @pets/client@9.9.9. See which there are: npm view @pets/client versions dist-tags.\n",
    );
    expect(code).toBe(2);
  });

  test("says that it is out of reach", async () => {
    // The port of a service that nobody runs.
    const closed = "http://127.0.0.1:9";
    const project = await petsProject(clients, {
      files: {
        ".npmrc": `registry=${closed}/\nfetch-retries=0\ncache=${clients.folder}/npm-cache\n`,
        ...files,
      },
      compiler: "7.0.2",
    });
    const { code, stderr } = await runUpgradeCheck(clients, project, "--to", "0.4.0");
    expect(stderr).toMatch(
      /^--to: npm could not fetch @pets\/client@0\.4\.0: .*ECONNREFUSED.*\. See whether npm pack works in the project, or give the path of a tarball\.\n$/,
    );
    expect(code).toBe(2);
  });

  test("says what the new version needs and the registry has not", async () => {
    const { origin } = await serveRegistry({
      "@pets/client": { "0.3.0": clients.tarball("0.3.0") },
    });
    const npmrc = `registry=${origin}/\nfetch-retries=0\ncache=${clients.folder}/npm-cache\n`;
    const project = await petsProject(clients, {
      files: { ".npmrc": npmrc, ...files },
      compiler: "7.0.2",
    });
    const { code, stderr } = await runUpgradeCheck(clients, project, "--to", "0.3.0");
    expect(stderr).toMatch(
      /^--to: @pets\/client 0\.3\.0 needs @plaid-partner\/runtime \^0\.2\.0: The registry has no /,
    );
    expect(code).toBe(2);
  });
});

test("leaves nothing behind when Ctrl-C ends it", async () => {
  const TMPDIR = await temporaryFolder();
  let tellAsked = () => {};
  const asked = new Promise<void>((resolve) => (tellAsked = resolve));
  // A registry that never answers.
  const { origin } = await serveFiles({ "/@pets%2fclient": () => tellAsked() });
  const npmrc = `registry=${origin}/\ncache=${clients.folder}/npm-cache\n`;
  const project = await petsProject(clients, { files: { ".npmrc": npmrc, ...files } });
  const child = spawn(process.execPath, [MAIN, "upgrade-check", project, "--to", "0.3.0"], {
    env: { ...process.env, TMPDIR, TEMP: TMPDIR, TMP: TMPDIR, NODE_DISABLE_COMPILE_CACHE: "1" },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  await asked;
  expect(await readdir(TMPDIR)).toEqual([expect.stringMatching(/^clientgen-upgrade-/)]);
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  expect(await readdir(TMPDIR)).toEqual([]);
});
