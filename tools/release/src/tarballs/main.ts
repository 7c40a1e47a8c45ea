// `pnpm tarballs [--check] [FOLDER…]`: writes what the tarball of each published package holds to its `api/tarball.md`, or
// those of some folders; `--check` writes nothing, and ends with 1 where that is not what is packed.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { publishedPackages, ROOT, type Published } from "../paths.ts";
import { checkTarball } from "./check-tarball.ts";
import { packPackage } from "./read-tarball.ts";
import { compareWithReport, makeReport, REPORT } from "./report.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean", default: false } },
});
const asked = positionals.map((folder) => resolve(folder));
const known = publishedPackages(ROOT);
const strange = asked.find((folder) => known.every((each) => join(ROOT, each.folder) !== folder));
if (strange !== undefined) {
  const names = known.map(({ folder }) => folder).join(", ");
  console.error(`${strange} is not published. What is: ${names}.`);
  process.exit(2);
}

for (const each of known) {
  if (asked.length === 0 || asked.includes(join(ROOT, each.folder))) await report(each);
}

async function report({ name, folder }: Published): Promise<void> {
  const path = join(folder, REPORT);
  const tarball = await packPackage(join(ROOT, folder));
  const before = await readFile(join(ROOT, path), "utf8").catch(() => "");
  for (const problem of checkTarball(tarball)) {
    console.error(`${name}: ${problem}`);
    process.exitCode = 1;
  }
  const differences = compareWithReport(before, tarball);
  // Sizes that are near enough stay: else every edit would touch the file.
  if (differences.length === 0) return console.log(`unchanged  ${path}`);
  if (values.check) {
    console.log(`differs    ${path}: run "pnpm tarballs", read what changed, commit it`);
    for (const difference of differences) console.log(`           ${difference}`);
    process.exitCode = 1;
    return;
  }
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), makeReport(name, tarball));
  console.log(`${before === "" ? "created    " : "updated    "}${path}`);
}
