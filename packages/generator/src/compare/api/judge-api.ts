import type { Change } from "../change.js";
import { askCompiler } from "../types/ask-compiler.js";
import { changedNames } from "../types/changed-names.js";
import { type Both, ClientTypes, type Version } from "../types/client-types.js";
import { compile } from "../types/compile.js";
import { quoted } from "../types/words.js";
import { API_RULES } from "./api-rules.js";
import { type ApiFinding, compareExported, type ExportedPair } from "./compare-exported.js";
import { compareNames } from "./compare-names.js";
import { directionsIn } from "./directions.js";
import { codeOf, type Report } from "./report.js";
import { ReportPlaces } from "./report-places.js";

export type { Report } from "./report.js";

/**
 * Compares what two versions of a package export, as API Extractor reports it. What is declared in other words is proven to do
 * for old code by the compiler, or counts as a break.
 */
export function judgeApi(old: Report, now: Report): readonly Change[] {
  const code = { old: codeOf(old), now: codeOf(now) };
  if (code.old.text === code.now.text) return [];
  const files = new Map([
    ["/old/index.d.ts", code.old.text],
    ["/now/index.d.ts", code.now.text],
  ]);
  const program = compile(files, { library: "whole" });
  const file = (version: Version) => program.getSourceFile(`/${version}/index.d.ts`);
  const sourcesOf = (version: Version) => [file(version)].flatMap((one) => one ?? []);
  const exported: ExportedPair = {
    types: { old: new ClientTypes(program, "old"), now: new ClientTypes(program, "now") },
    places: {
      old: new ReportPlaces(file("old"), old.shown, code.old.linesBefore),
      now: new ReportPlaces(file("now"), now.shown, code.now.linesBefore),
    },
    checker: program.getTypeChecker(),
    directions: directionsIn(file("now")),
    changed: changedNames({ old: sourcesOf("old"), now: sourcesOf("now") }),
  };
  const found = [...compareNames(exported.types, exported.places), ...compareExported(exported)];
  const findings = found.length > 0 ? found : rewritten(exported);
  const questions = findings.map(({ rule, probes }) =>
    API_RULES[rule].level === "major" ? probes : [],
  );
  const answers = askCompiler(files, questions, { before: program, library: "whole" });
  return findings.map((finding, index) => toChange(finding, answers[index], exported.places));
}

/** What says the same in other words. */
function rewritten({ places, changed }: ExportedPair): ApiFinding[] {
  return [...changed.own].map((name) => ({
    rule: "api-declaration-rewritten",
    old: places.old.ofType(name) ?? null,
    now: places.now.ofType(name) ?? null,
    message: `${quoted(name)} is declared in other words.`,
    probes: [],
  }));
}

function toChange(
  { rule, direction, old, now, message }: ApiFinding,
  compiler: string | undefined,
  places: Both<ReportPlaces>,
): Change {
  return {
    judge: "api",
    rule,
    level: API_RULES[rule].level,
    direction,
    old: places.old.locate(old),
    new: places.now.locate(now),
    message,
    compiler,
  };
}
