import { count, ratio, show, table } from "./figures.ts";
import type { Generation, Medians } from "./measure-generation.ts";
import { reportClient } from "./report-client.ts";
import type { Results } from "./results.ts";

const BASE = "openapi-typescript";
const OURS = "clientgen";

const BEGIN = "<!-- bench:begin -->";
const END = "<!-- bench:end -->";

/** A page with its figures replaced. */
export function replaceFigures(page: string, figures: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`The page lacks ${BEGIN} or ${END}.`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${figures.trim()}\n\n${page.slice(end)}`;
}

/** The figures of all parts that were measured, in Markdown. */
export function report(results: Results): string {
  const { machine, large, largeOn, growth, types, bundles } = results;
  const sections = [
    ...(machine === undefined ? [] : [machine]),
    ...reportClient(results),
    ...(large ? [`### Generating: ${large.name}`, generation(large.generation)] : []),
    ...Object.entries(largeOn ?? {}).flatMap(([version, { name, generation: measured }]) => [
      `### Generating on Node ${version}: ${name}`,
      generation(measured),
    ]),
    ...(growth ? ["### Growth: 1,000 and 10,000 synthetic operations", growthTable(growth)] : []),
    ...(types
      ? [`### What one call costs the compiler: ${types.name}`, typeTable(types.callers)]
      : []),
    ...(bundles ? [`### What one call costs a bundle: ${bundles.name}`, bundleTable(bundles)] : []),
  ];
  return `${sections.map((section) => section.trim()).join("\n\n")}\n`;
}

function generation(measured: Generation): string {
  const rows = Object.entries(measured).map(([name, taken]) => [
    name,
    ...compared(taken, measured[BASE], measured["@hey-api/openapi-ts"], measured[OURS]),
    ...(typeof taken === "string" ? [taken, ""] : [show(taken.seconds), show(taken.megabytes)]),
  ]);
  const head = ["", `to ${BASE}`, "to hey-api", `to ${OURS}`, "seconds", "peak MB"];
  return table(head, rows);
}

function compared(taken: Medians, ...others: readonly (Medians | undefined)[]): string[] {
  return others.map((other) => {
    if (typeof taken === "string" || other === undefined || typeof other === "string") return "–";
    return ratio(taken.seconds, other.seconds);
  });
}

function growthTable({ small, large }: NonNullable<Results["growth"]>): string {
  const rows = Object.entries(small).map(([name, few]) => {
    const many = large[name];
    return [
      name,
      ...(many === undefined ? ["–"] : compared(many, few)),
      ...[few, many].flatMap((taken) => {
        if (taken === undefined) return ["–", "–"];
        return typeof taken === "string"
          ? [taken, "–"]
          : [show(taken.seconds), show(taken.megabytes)];
      }),
    ];
  });
  return table(["", "10,000 to 1,000", "s, 1,000", "MB", "s, 10,000", "MB"], rows);
}

function typeTable(callers: NonNullable<Results["types"]>["callers"]): string {
  const versions = Object.keys(callers[0]?.costs ?? {});
  const base = callers[0]?.costs ?? {};
  const rows = callers.map(({ name, costs }) => [
    name,
    ...versions.flatMap((version) => {
      const cost = costs[version];
      const other = base[version];
      if (!cost || !other) return ["–", "–", "–"];
      return [
        count(cost.instantiations),
        ratio(cost.checkSeconds, other.checkSeconds),
        ratio(cost.totalSeconds, other.totalSeconds),
      ];
    }),
  ]);
  const head = versions.flatMap((version) => [
    `instantiations, ${version}`,
    "check time",
    "whole time",
  ]);
  return table(["", ...head], rows);
}

function bundleTable({ callers }: NonNullable<Results["bundles"]>): string {
  const rows = callers.map(({ name, bytes, gzipped, others }) => [
    name,
    count(bytes),
    count(gzipped),
    String(others),
  ]);
  return table(["", "bytes, minified", "gzipped", "paths of other operations"], rows);
}
