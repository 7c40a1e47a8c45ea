import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { entriesOf } from "../src/entries.ts";
import { makeReport } from "../src/make-report.ts";

let base: string;
beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), "api-reports-")));
});
afterEach(() => rm(base, { recursive: true }));

/** Writes files below a folder of this test. */
async function write(folder: string, files: Readonly<Record<string, string | object>>) {
  for (const [path, content] of Object.entries(files)) {
    const file = join(base, folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  return join(base, folder);
}

const runtime = {
  "package.json": {
    name: "@test/runtime",
    version: "1.0.0",
    type: "module",
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./deep/client": { types: "./dist/client.d.ts", default: "./dist/client.js" },
      "./package.json": "./package.json",
    },
  },
  "dist/index.d.ts": 'export { start, type Options } from "./start.js";\n',
  "dist/client.d.ts": "export declare const version: 1;\n",
  "dist/start.d.ts": `interface Hidden {
    /** In seconds. */
    wait: number;
}
/** What start takes. */
export interface Options {
    hidden?: Hidden;
}
/** Begins. */
export declare function start(options: Options): void;
`,
};

const client = {
  "package.json": {
    name: "@test/thing-client",
    version: "1.0.0",
    type: "module",
    exports: { ".": { types: "./dist/index.d.ts" } },
    dependencies: { "@test/runtime": "workspace:^" },
  },
  "dist/index.d.ts": 'export { start } from "@test/runtime";\nexport declare const own: string;\n',
};

async function reportOf(folder: string, index = 0): Promise<string> {
  return makeReport(entriesOf(folder)[index]!);
}

test("a package has an entry for each export with types", async () => {
  const entries = entriesOf(await write("runtime", runtime));
  expect(entries.map(({ specifier, report }) => [specifier, report])).toEqual([
    ["@test/runtime", "api/index.api.md"],
    ["@test/runtime/deep/client", "api/deep-client.api.md"],
  ]);
});

test("a report has each export, and what they refer to without being exported", async () => {
  const folder = await write("runtime", runtime);
  const report = await reportOf(folder);
  expect(report).toContain("export function start(options: Options): void;");
  expect(report).toMatch(/^interface Hidden \{\n {4}wait: number;\n\}$/m);
  expect(report).not.toContain("version");
  expect(await reportOf(folder, 1)).toContain("export const version: 1;");
});

test("what comes from another package of the workspace is there in full", async () => {
  await write("runtime", runtime);
  const folder = await write("client", client);
  await mkdir(join(folder, "node_modules/@test"), { recursive: true });
  await symlink(join(base, "runtime"), join(folder, "node_modules/@test/runtime"));
  const report = await reportOf(folder);
  expect(report).toContain("export function start(options: Options): void;");
  expect(report).toMatch(/^interface Options \{$/m);
  expect(report).toContain("export const own: string;");
});

test("the same declarations give the same report wherever they are", async () => {
  const report = await reportOf(await write("here", runtime));
  expect(await reportOf(await write("somewhere/else", runtime))).toBe(report);
  expect(report).not.toContain(base);
});

test("a package that is not built is told", async () => {
  const { "package.json": manifest } = runtime;
  const folder = await write("runtime", { "package.json": manifest });
  await expect(reportOf(folder)).rejects.toThrow(
    /^@test\/runtime has no dist\/index\.d\.ts: build it first/,
  );
});

test("a dependency that is not there is told", async () => {
  await expect(reportOf(await write("client", client))).rejects.toThrow(
    "Cannot find module '@test/runtime'",
  );
});
