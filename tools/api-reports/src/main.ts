// `pnpm api-reports [--check] [FOLDER…]`: writes what runtime and clients export to `api/` in each package, or those of
// some folders; `--check` writes nothing, and ends with 1 where a report is not what the package exports.
import { globSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { entriesOf, reportedPackages } from "./entries.ts";
import { makeReport } from "./make-report.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean", default: false } },
});
const asked = new Set(positionals.map((folder) => resolve(folder)));
const known = reportedPackages(root);
const strange = [...asked].find((folder) => !known.includes(folder));
if (strange !== undefined) {
  console.error(`${strange} has no reports. Those that have: ${known.join(", ")}.`);
  process.exit(2);
}

async function write(path: string, text: string): Promise<void> {
  const before = await readFile(join(root, path), "utf8").catch(() => undefined);
  if (before === text) return console.log(`unchanged  ${path}`);
  if (values.check) return differs(path);
  await writeFile(join(root, path), text);
  console.log(`${before === undefined ? "created    " : "updated    "}${path}`);
}

function differs(path: string): void {
  console.log(`differs    ${path}: run "pnpm api-reports", read what changed, commit it`);
  process.exitCode = 1;
}

for (const folder of known.filter((one) => asked.size === 0 || asked.has(one))) {
  const place = folder.slice(root.length);
  if (!values.check) await mkdir(join(folder, "api"), { recursive: true });
  const entries = entriesOf(folder);
  for (const entry of entries) await write(join(place, entry.report), await makeReport(entry));
  const left = globSync("api/*.api.md", { cwd: folder });
  for (const path of left.filter((path) => entries.every(({ report }) => report !== path))) {
    if (values.check) differs(join(place, path));
    else {
      await rm(join(folder, path));
      console.log(`removed    ${join(place, path)}`);
    }
  }
}
