import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import picomatch from "picomatch";
import { format, resolveConfig } from "prettier";
import { readArguments, USAGE, type Options } from "./arguments.ts";
import { chooseDocuments, type DocumentFile } from "./choose-documents.ts";
import { fetchCollection, listDocuments } from "./collection.ts";
import { installOthers, OTHERS, testOther } from "./compare.ts";
import { count } from "./figures.ts";
import { generatorHash, typescriptVersion, versionOf } from "./generator-hash.ts";
import { markdown, replaceFigures, type Run } from "./markdown.ts";
import { ResultStore } from "./result-store.ts";
import { runAll } from "./run-all.ts";

const REPORT = fileURLToPath(new URL("../../../docs/conformance.md", import.meta.url));

try {
  process.exitCode = await main(readArguments(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
}

/** @returns 0 where every document whose references resolve passed, else 1. */
async function main(options: Options): Promise<number> {
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const documents = fetchCollection(options.cache);
  const all = listDocuments(documents);
  const files = select(all, options);
  const places = { documents, work: join(options.cache, "work") };
  const stored = join(options.cache, "results.jsonl");
  if (options.fresh) rmSync(stored, { force: true });
  const store = new ResultStore(stored);

  console.error(`clientgen over ${files.length} documents`);
  const outcomes = await runAll(files, places, generatorHash(), store, options);
  const others: Run["others"][number][] = [];
  if (options.compare) {
    const modules = installOthers(options.cache);
    for (const other of OTHERS) {
      console.error(`${other.name} ${other.version} over ${files.length} documents`);
      const test = testOther(other, modules, { megabytes: options.memory });
      const tool = `${other.name}@${other.version}`;
      const { name, version } = other;
      others.push({
        name,
        version,
        outcomes: await runAll(files, places, tool, store, options, test),
      });
    }
  }
  const run: Run = {
    outcomes,
    others,
    generator: versionOf("@plaid-partner/generator"),
    typescript: typescriptVersion(),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
  await tell(run, options);
  return outcomes.every((one) => one.status !== "failed" && one.lenient !== false) ? 0 : 1;
}

function select(all: readonly DocumentFile[], options: Options): readonly DocumentFile[] {
  const chosen = options.all || options.only.length > 0 ? all : chooseDocuments(all);
  if (options.only.length === 0) return chosen;
  const matches = picomatch([...options.only]);
  const found = chosen.filter(({ path }) => matches(path));
  if (found.length === 0) throw new TypeError(`No document matches ${options.only.join(", ")}.`);
  return found;
}

async function tell(run: Run, options: Options): Promise<void> {
  const text = markdown(run);
  const report = join(options.cache, "conformance.json");
  writeFileSync(
    report,
    `${JSON.stringify({ figures: count(run.outcomes), ...run }, undefined, 2)}\n`,
  );
  console.log(`\n${text}\n${report} has all outcomes.`);
  if (!options.write) return;
  if (!existsSync(REPORT)) throw new Error("docs/conformance.md is missing.");
  const page = replaceFigures(readFileSync(REPORT, "utf8"), text);
  const settings = await resolveConfig(REPORT);
  writeFileSync(REPORT, await format(page, { ...settings, filepath: REPORT }));
}
