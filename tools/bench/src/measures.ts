import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Options, Part } from "./arguments.ts";
import { bundleOf } from "./bundle-size.ts";
import { measureCalls } from "./calls/measure-calls.ts";
import { prepareFiles } from "./calls/prepare-files.ts";
import { bundledCallers, makeClients, typedCallers } from "./callers.ts";
import { median } from "./figures.ts";
import { measureGeneration, type Place } from "./measure-generation.ts";
import { measureImports } from "./measure-imports.ts";
import { measureSizes } from "./measure-sizes.ts";
import { measureTypes, type TypeCost } from "./measure-types.ts";
import { ROOT, type CompilerVersion } from "./paths.ts";
import { readResults, type Results } from "./results.ts";
import { largeSubject, syntheticSubject, type Subject } from "./subjects.ts";

type Measure = (options: Options, place: Place) => Promise<Results>;

/** How each part is measured. */
export const MEASURES: Readonly<Record<Part, Measure>> = {
  async calls({ packages = ROOT, rounds = 60 }, place) {
    const files = await prepareFiles(packages, place.tools);
    return { calls: await measureCalls(rounds, files, place) };
  },
  async imports({ packages = ROOT, rounds = 15 }, { tools, tell }) {
    return { imports: await measureImports(rounds, await prepareFiles(packages, tools), tell) };
  },
  async sizes({ packages = ROOT }, { tools, tell }) {
    return { sizes: await measureSizes(await prepareFiles(packages, tools), tell) };
  },
  async large({ spec, cache, rounds = 7, node }, place) {
    const subject = largeSubject(spec, cache);
    const generation = await measureGeneration(subject, rounds, place, true);
    const large = { name: subject.name, generation };
    if (node === undefined) return { large };
    const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim().slice(1);
    return { largeOn: { ...readResults(cache).largeOn, [version]: large } };
  },
  async growth({ cache }, place) {
    const small = await measureGeneration(syntheticSubject(1_000, cache), 5, place, false);
    const large = await measureGeneration(syntheticSubject(10_000, cache), 2, place, false);
    return { growth: { small, large } };
  },
  async types({ spec, cache }, { tools, tell }) {
    const subject = largeSubject(spec, cache);
    const folder = makeClients(subject, tools);
    const callers: NonNullable<Results["types"]>["callers"][number][] = [];
    for (const { name, source, options } of typedCallers(subject)) {
      const costs: Record<string, TypeCost> = {};
      for (const version of ["5.9", "7.0"] as const) {
        costs[version] = await medianCost(version, folder, source, options);
      }
      tell(`  ${name}: ${costs["5.9"]?.instantiations} instantiations`);
      callers.push({ name, costs });
    }
    return { types: { name: subject.name, callers } };
  },
  async bundles({ spec, cache }, { tools, tell }) {
    const subject = largeSubject(spec, cache);
    const folder = makeClients(subject, tools);
    const callers: NonNullable<Results["bundles"]>["callers"][number][] = [];
    for (const { name, source } of bundledCallers(subject)) {
      const { code, bytes, gzipped } = await bundleOf(folder, source);
      tell(`  ${name}: ${bytes} bytes`);
      callers.push({ name, bytes, gzipped, others: otherPaths(subject, code) });
    }
    return { bundles: { name: subject.name, callers } };
  },
};

/** Compilers count the same each time, and take another time each time. */
async function medianCost(
  version: CompilerVersion,
  folder: string,
  source: string,
  options?: Readonly<Record<string, unknown>>,
): Promise<TypeCost> {
  const costs: TypeCost[] = [];
  for (let round = 0; round < 3; round += 1) {
    costs.push(await measureTypes(version, folder, source, options));
  }
  const [first] = costs;
  if (!first) throw new Error("There was no round.");
  return {
    ...first,
    checkSeconds: median(costs.map(({ checkSeconds }) => checkSeconds)),
    totalSeconds: median(costs.map(({ totalSeconds }) => totalSeconds)),
  };
}

/** How many other operations of the document have their path in some code. */
function otherPaths({ spec, path }: Subject, code: string): number {
  // Both of YAML and of JSON: a path is a key that begins with a slash.
  const keys = readFileSync(spec, "utf8").matchAll(/(?:^ {2}|[{,])"?(\/[^\s":]+)"?:/gm);
  const paths = new Set([...keys].map(([, key]) => key ?? ""));
  const isThere = (other: string) =>
    ['"', "'", "`"].some((mark) => code.includes(mark + other + mark));
  return [...paths].filter((other) => other !== path && isThere(other)).length;
}
