import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { PARTS, readArguments, USAGE, type Options } from "./arguments.ts";
import type { Place } from "./measure-generation.ts";
import { MEASURES } from "./measures.ts";
import { ROOT } from "./paths.ts";
import { replaceFigures, report } from "./report.ts";
import { keepResults, readResults, type Results } from "./results.ts";
import { installTools } from "./tools.ts";

const PAGE = join(ROOT, "docs/benchmarks.md");

try {
  await main(readArguments(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
}

async function main(options: Options): Promise<void> {
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const { cache, limit, packages, node = process.execPath } = options;
  const work = join(cache, "work");
  mkdirSync(work, { recursive: true });
  const tell = (line: string) => console.error(line);
  const place: Place = { work, tools: installTools(cache), node, limit, tell };
  const measured: Results = { machine: machine() };
  for (const part of PARTS.filter((one) => options.parts.includes(one))) {
    tell(`${part}:`);
    Object.assign(measured, await MEASURES[part](options, place));
    if (packages === undefined) keepResults(cache, measured);
  }
  const figures = report(packages === undefined ? readResults(cache) : measured);
  console.log(figures);
  if (options.write) {
    writeFileSync(PAGE, replaceFigures(readFileSync(PAGE, "utf8"), figures));
  }
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const versions = `Node ${process.versions.node}`;
  return `${availableParallelism()} processors (${cpu?.model.trim() ?? "unknown"}), ${memory} GB, ${process.platform}, ${versions}.`;
}
