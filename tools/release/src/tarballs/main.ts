// `pnpm tarballs`: writes what the tarball of each published package holds to `api/tarball.md`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { publishedPackages, ROOT } from "../paths.ts";
import { checkTarball } from "./check-tarball.ts";
import { packPackage } from "./read-tarball.ts";
import { compareWithReport, makeReport, REPORT } from "./report.ts";

for (const { name, folder } of publishedPackages(ROOT)) {
  const path = join(folder, REPORT);
  const tarball = await packPackage(join(ROOT, folder));
  const before = await readFile(join(ROOT, path), "utf8").catch(() => "");
  for (const problem of checkTarball(tarball)) {
    console.error(`${name}: ${problem}`);
    process.exitCode = 1;
  }
  // Sizes that are near enough stay: else every edit would touch the file.
  if (before !== "" && compareWithReport(before, tarball).length === 0) {
    console.log(`unchanged  ${path}`);
    continue;
  }
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), makeReport(name, tarball));
  console.log(`${before === "" ? "created    " : "updated    "}${path}`);
}
