import { globSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { entriesOf, reportedPackages } from "../src/entries.ts";
import { makeReport } from "../src/make-report.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folders = reportedPackages(root);
const entries = folders.flatMap(entriesOf);

test("runtime and clients have reports", () => {
  expect(folders.map((folder) => basename(folder))).toEqual(
    expect.arrayContaining(["runtime", "customer-client"]),
  );
  expect(entries.map(({ specifier }) => specifier)).toEqual(
    expect.arrayContaining(["@plaid-partner/runtime", "@plaid-partner/runtime/client"]),
  );
});

test("the build of each is waited for", () => {
  const own = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { devDependencies } = JSON.parse(own) as { devDependencies: Record<string, string> };
  const names = folders.map((folder) => {
    const manifest = readFileSync(join(folder, "package.json"), "utf8");
    return (JSON.parse(manifest) as { name: string }).name;
  });
  expect(names.filter((name) => !Object.hasOwn(devDependencies, name))).toEqual([]);
});

describe.each(entries.map((entry) => [entry.specifier, entry] as const))("%s", (_, entry) => {
  test("exports what its report says", async () => {
    const path = join(entry.folder, entry.report);
    const committed = await readFile(path, "utf8").catch(() => "");
    expect(
      await makeReport(entry),
      `${path.slice(root.length)} is not what the package exports: run "pnpm api-reports", read what changed, commit it`,
    ).toBe(committed);
  });
});

test("no report is left of an entry that is gone", () => {
  const wanted = new Set(entries.map(({ folder, report }) => join(folder, report)));
  const found = globSync("packages/*/api/*.api.md", { cwd: root }).map((path) => join(root, path));
  expect(found.filter((path) => !wanted.has(path))).toEqual([]);
});
