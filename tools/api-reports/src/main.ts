// `pnpm api-reports`: writes what runtime and clients export to `api/` in each package.
import { globSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { entriesOf, reportedPackages } from "./entries.ts";
import { makeReport } from "./make-report.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

async function write(path: string, text: string): Promise<void> {
  const before = await readFile(join(root, path), "utf8").catch(() => undefined);
  if (before === text) return console.log(`unchanged  ${path}`);
  await writeFile(join(root, path), text);
  console.log(`${before === undefined ? "created    " : "updated    "}${path}`);
}

for (const folder of reportedPackages(root)) {
  const place = folder.slice(root.length);
  await mkdir(join(folder, "api"), { recursive: true });
  const entries = entriesOf(folder);
  for (const entry of entries) await write(join(place, entry.report), await makeReport(entry));
  const left = globSync("api/*.api.md", { cwd: folder });
  for (const path of left.filter((path) => entries.every(({ report }) => report !== path))) {
    await rm(join(folder, path));
    console.log(`removed    ${join(place, path)}`);
  }
}
