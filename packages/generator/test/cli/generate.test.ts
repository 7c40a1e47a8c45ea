import { spawnSync } from "node:child_process";
import { mkdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configuration, PETS } from "../support/pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { readTree, temporaryFolder, writeTree } from "../support/temporary-folder.js";

const FILES = [
  "client.ts",
  "clientgen.manifest.json",
  "definition.ts",
  "enums.ts",
  "errors.ts",
  "index.ts",
  "operations/add-pet.ts",
  "operations/get-store.ts",
  "operations/list-pets.ts",
  "paths.ts",
  "schemas.ts",
];

interface Json {
  readonly files: readonly { readonly path: string; readonly change: string }[];
  readonly operations: number;
  readonly schemas: number;
  readonly warnings: readonly object[];
  readonly ms: number;
}

describe("clientgen generate", () => {
  test("writes a client without any configuration, and says so", async () => {
    const folder = await temporaryFolder({ "pets.yaml": PETS });
    const { code, stdout, stderr } = await runClientgen(folder, [
      "generate",
      "pets.yaml",
      "--out",
      "a/b",
    ]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(Object.keys(await readTree(join(folder, "a/b"))).sort()).toEqual(FILES);
    expect(stdout).toContain(
      "pets.yaml -> a/b\n  3 operations, 3 schemas\n  created   a/b/client.ts\n",
    );
    expect(stdout).toMatch(/\nDone in \d+ ms\.\nNext: npm install .+\nNext: import .+\n$/);
  });

  test("touches nothing the second time, and only what changed the third", async () => {
    const folder = await temporaryFolder({ "pets.yaml": PETS });
    const args = ["generate", "pets.yaml", "--out", "out"];
    await runClientgen(folder, args);
    const past = new Date("2020-01-01");
    for (const path of FILES) await utimes(join(folder, "out", path), past, past);
    const touched = async () => {
      const stats = await Promise.all(FILES.map((path) => stat(join(folder, "out", path))));
      return FILES.filter((_path, index) => stats[index]?.mtime.getTime() !== past.getTime());
    };
    const { stdout } = await runClientgen(folder, args);
    expect(stdout).toMatch(/  11 files unchanged\nDone in \d+ ms\.\n$/);
    expect(await touched()).toEqual([]);
    await writeFile(join(folder, "pets.yaml"), PETS.replace("[cat, dog]", "[cat, dog, fish]"));
    await runClientgen(folder, args);
    expect(await touched()).toEqual(["clientgen.manifest.json", "enums.ts"]);
  });

  test("says what comes next after a first generation, to people alone", async () => {
    const folder = await temporaryFolder({
      "pets.yaml": PETS,
      "node_modules/@plaid-partner/runtime/package.json": "{}",
    });
    const lastLines = async (...args: string[]) => {
      const { stdout } = await runClientgen(folder, ["generate", "pets.yaml", ...args]);
      return stdout
        .slice(stdout.search(/^Done|^Generated files/m))
        .split("\n")
        .slice(1, -1);
    };
    expect(await lastLines("--out", "out", "--check")).toEqual([]);
    const next = 'Next: import { createPetsClient } from "./out/index.js";';
    expect(await lastLines("--out", "out")).toEqual([next]);
    expect(await lastLines("--out", "out")).toEqual([]);
    const { stdout } = await runClientgen(folder, [
      "generate",
      "pets.yaml",
      "--out",
      "other",
      "--json",
    ]);
    expect(stdout).not.toContain("Next");
  });

  test("refuses a folder that holds another document's client, until that is gone", async () => {
    const folder = await temporaryFolder({
      "pets.yaml": PETS,
      "stores.yaml": PETS.replace("listPets", "allPets"),
    });
    await runClientgen(folder, ["generate", "pets.yaml", "--out", "out"]);
    const before = await readTree(join(folder, "out"));
    const args = ["generate", "stores.yaml", "--out", "out"];
    const { code, problems } = await runClientgen(folder, args);
    expect([code, problems]).toEqual([
      2,
      [
        "out: This folder holds a client of pets.yaml, and files of it would be removed. Delete the folder, or choose another with --out.",
      ],
    ]);
    expect(await readTree(join(folder, "out"))).toEqual(before);
    await rm(join(folder, "out"), { recursive: true });
    expect((await runClientgen(folder, args)).code).toBe(0);
  });

  test("removes what it made once and makes no longer, and nothing else", async () => {
    const folder = await temporaryFolder({ "pets.yaml": PETS, "out/operations/mine.ts": "mine" });
    const args = ["generate", "pets.yaml", "--out", "out"];
    await runClientgen(folder, args);
    await writeFile(join(folder, "pets.yaml"), PETS.replace("listPets", "allPets"));
    const { stdout } = await runClientgen(folder, args);
    expect(stdout).toContain("removed   out/operations/list-pets.ts");
    expect(Object.keys(await readTree(join(folder, "out/operations"))).sort()).toEqual([
      "add-pet.ts",
      "all-pets.ts",
      "get-store.ts",
      "mine.ts",
    ]);
  });

  test("prints one JSON object for programs", async () => {
    const folder = await temporaryFolder({
      "pets.yaml": PETS.replace("Store:", "Record:").replaceAll("schemas/Store", "schemas/Record"),
    });
    const { stdout, stderr } = await runClientgen(folder, [
      "generate",
      "pets.yaml",
      "--out",
      "out",
      "--json",
    ]);
    const json = JSON.parse(stdout) as Json;
    expect(stderr).toBe("");
    expect(Object.keys(json)).toEqual(["files", "operations", "schemas", "warnings", "ms"]);
    expect(json).toMatchObject({ operations: 3, schemas: 3 });
    expect(json.files).toContainEqual({ path: "out/enums.ts", change: "created" });
    expect(json.files).toHaveLength(FILES.length);
    expect(json.ms).toBeGreaterThan(0);
    expect(json.warnings).toEqual([
      {
        severity: "warning",
        file: "pets.yaml",
        line: 17,
        column: 13,
        pointer: "/components/schemas/Record",
        message: 'The schema "Record" is exported as RecordSchema.',
        fix: "Rename it if callers should see another name.",
      },
    ]);
  });

  test.each([
    [["--include", "get*"], ["get-store.ts"], ["Store"]],
    [["--include", "/pets"], ["add-pet.ts", "list-pets.ts"], ["Pet"]],
    [["--include", "/stores/**", "--include", "add*"], ["add-pet.ts", "get-store.ts"], ["Store"]],
  ])(
    "takes only the operations of %j, and the schemas that they reach",
    async (include, files, types) => {
      const folder = await temporaryFolder({ "pets.yaml": PETS });
      await runClientgen(folder, ["generate", "pets.yaml", "--out", "out", ...include]);
      const out = await readTree(join(folder, "out"));
      const operations = Object.keys(out).filter((path) => path.startsWith("operations/"));
      expect(operations.sort()).toEqual(files.map((file) => `operations/${file}`));
      const declared = [...(out["schemas.ts"] ?? "").matchAll(/^export type (\w+)/gm)].map(
        ([, name]) => name,
      );
      expect(declared.filter((name) => !name?.startsWith("GetStore"))).toEqual(types);
      expect("enums.ts" in out).toBe(types.includes("Pet"));
    },
  );

  test("makes every client of the nearest configuration, from any folder below it", async () => {
    const folder = await temporaryFolder({
      "clientgen.config.json": configuration([
        { spec: "one.yaml", out: "one/src" },
        { spec: "two.yaml", out: "two/src", readme: "two/README.md", include: ["getStore"] },
      ]),
      "one.yaml": PETS,
      "two.yaml": PETS.replace("title: Pets", "title: Two"),
      "two/README.md": "# Two\n\n<!-- clientgen:operations -->\n<!-- /clientgen -->\n",
      "deep/down/x.txt": "",
    });
    const { code, stdout } = await runClientgen(join(folder, "deep/down"), ["generate"]);
    expect(code).toBe(0);
    expect(stdout).toContain("../../one.yaml -> ../../one/src");
    expect(Object.keys(await readTree(join(folder, "one/src")))).toHaveLength(FILES.length);
    expect(Object.keys(await readTree(join(folder, "two/src/operations")))).toEqual([
      "get-store.ts",
    ]);
    expect(await readFile(join(folder, "two/README.md"), "utf8")).toContain("| `getStore` |");
  });

  test("takes the folder of a document from the configuration", async () => {
    const folder = await temporaryFolder({
      "clientgen.config.json": configuration([
        { spec: "specs/one.yaml", out: "one" },
        { spec: "specs/two.yaml", out: "two" },
      ]),
      "specs/one.yaml": PETS,
      "specs/two.yaml": PETS,
    });
    const { code } = await runClientgen(join(folder, "specs"), ["generate", "two.yaml"]);
    expect(code).toBe(0);
    expect(Object.keys(await readTree(join(folder, "two")))).toHaveLength(FILES.length);
    expect(await readTree(join(folder, "one"))).toEqual({});
  });

  test("writes no client while one of them has a problem", async () => {
    const folder = await temporaryFolder({
      "clientgen.config.json": configuration([
        { spec: "good.yaml", out: "good" },
        { spec: "bad.yaml", out: "bad" },
      ]),
      "good.yaml": PETS,
      "bad.yaml": "openapi: 4.0.0",
    });
    const { code, problems } = await runClientgen(folder, ["generate"]);
    expect(code).toBe(2);
    expect(problems).toHaveLength(1);
    expect(await readTree(join(folder, "good"))).toEqual({});
  });

  test("prints help and version", async () => {
    const folder = await temporaryFolder();
    expect((await runClientgen(folder, ["--help"])).stdout).toContain("clientgen COMMAND");
    const { stdout } = await runClientgen(folder, ["generate", "--help"]);
    expect(stdout).toContain("clientgen generate [SPEC]");
    expect((await runClientgen(folder, ["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

/** A Node 20 beside the one that runs the tests, such as the one that npm was started with. */
function findNode20(): string | undefined {
  const path = (process.env["PATH"] ?? "").split(process.platform === "win32" ? ";" : ":");
  const candidates = [
    process.env["npm_node_execpath"],
    ...path.map((folder) => join(folder, "node")),
  ];
  return candidates.find((node) => {
    if (node === undefined) return false;
    const { stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
    return typeof stdout === "string" && stdout.startsWith("v20.");
  });
}

const node20 = findNode20();

test.skipIf(node20 === undefined)("runs under Node 20", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "specs"));
  await writeTree(folder, { "specs/pets.yaml": PETS });
  const run = (options: { node?: string }, out: string) =>
    runClientgen(folder, ["generate", "specs/pets.yaml", "--out", out], options);
  expect((await run({ node: node20 ?? "" }, "old")).code).toBe(0);
  await run({}, "new");
  expect(await readTree(join(folder, "old"))).toEqual(await readTree(join(folder, "new")));
});
