import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { prepareClient, writeClients } from "../src/index.js";
import { MANIFEST } from "../src/model/manifest.js";
import { readTree, temporaryFolder } from "./support/temporary-folder.js";

const DOCUMENTS = fileURLToPath(new URL("documents/", import.meta.url));
const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));

/** Only on demand: a golden that follows the code by itself says nothing. */
const UPDATE = process.env["UPDATE_GOLDENS"] === "1";

const names = readdirSync(DOCUMENTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(names)("makes of %s what is expected", async (name) => {
  const out = join(DOCUMENTS, name, "expected");
  const client = await prepareClient({ spec: join(DOCUMENTS, name, "openapi.yaml"), out });
  // The manifest has a digest of every file: each of these, and each document, would change twice.
  const golden = <T extends { path: string }>(files: readonly T[]) =>
    files.filter(({ path }) => path !== MANIFEST);
  if (UPDATE) await writeClients([{ ...client, changes: golden(client.changes) }]);
  const generated = Object.fromEntries(
    golden(client.files).map(({ path, content }) => [path, content]),
  );
  expect(await readTree(out)).toEqual(generated);
});

/** What a tool prints about the goldens; nothing where it has no complaint. */
async function complaints(command: string, args: readonly string[]): Promise<string> {
  const bin = join(REPOSITORY, "node_modules/.bin", command);
  return promisify(execFile)(bin, [...args], { cwd: DOCUMENTS }).then(
    () => "",
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
}

describe("what is generated", () => {
  test("passes the strict compiler", async () => {
    expect(await complaints("tsc", ["-p", ".", "--pretty", "false"])).toBe("");
  });

  test("passes the compiler of those who are one version behind", async () => {
    const old = "../../packages/generator/node_modules/.bin/tsc";
    expect(await complaints(old, ["-p", ".", "--pretty", "false"])).toBe("");
  });

  test("passes the linter by the rules of hand-written code", async () => {
    const text = await readFile(join(REPOSITORY, ".oxlintrc.json"), "utf8");
    const rules = JSON.parse(text.replace(/^\s*\/\/.*$/gm, "")) as { ignorePatterns?: unknown };
    delete rules.ignorePatterns;
    const config = join(await temporaryFolder(), "oxlint.json");
    await writeFile(config, JSON.stringify(rules));
    expect(await complaints("oxlint", ["--type-aware", "-c", config, "."])).toBe("");
  });

  test("is formatted", async () => {
    expect(await complaints("prettier", ["--check", "."])).toBe("");
  });
});

test("names that every object has by nature stay names", async () => {
  const { definition } = await import("./documents/hostile/expected/definition.js");
  const { valueOf } = await import("./documents/hostile/expected/enums.js");
  expect(Object.keys(definition.credentials)).toEqual(["__proto__", "constructor"]);
  expect(Object.keys(definition.errors.classes)).toEqual(["__proto__", "constructor"]);
  expect(Object.keys(valueOf)).toContain("__proto__");
});

test("a client can be made of what is generated", async () => {
  const { createHostileProcessExitClient } = await import("./documents/hostile/expected/index.js");
  const client = createHostileProcessExitClient({
    credentials: { constructor: "fake" },
    serverVariables: { x: "a" },
  });
  expect(Object.keys(client)).toEqual(
    expect.arrayContaining(["toStringOperation", "__proto__Operation", "evil31m"]),
  );
  const { createNotesClient } = await import("./documents/json-body/expected/index.js");
  expect(Object.keys(createNotesClient())).toEqual(
    expect.arrayContaining(["createNote", "searchNotes", "patchNote"]),
  );
});
