import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import type { Direction } from "../../model/api-model.js";
import type { ChangedNames } from "../types/changed-names.js";
import type { Both, ClientTypes, Version } from "../types/client-types.js";
import type { ComparedPair, Finding } from "../types/finding.js";
import type { Place } from "../types/places.js";
import { TYPE_RULES } from "../types/type-rules.js";
import { ValueComparer } from "../types/value-comparer.js";
import { quoted } from "../types/words.js";
import type { ApiRule } from "./api-rules.js";
import { arePaths } from "./directions.js";
import type { ReportPlaces } from "./report-places.js";

/** Both versions of what a package exports. */
export interface ExportedPair {
  readonly types: Both<ClientTypes>;
  readonly places: Both<ReportPlaces>;
  readonly checker: ts.TypeChecker;
  readonly changed: ChangedNames;
  /** Whether callers give or get what the new version declares. */
  readonly directions: ReadonlyMap<string, ReadonlySet<Direction>>;
}

/** Something that callers can notice of a package. */
export interface ApiFinding extends Omit<Finding, "rule"> {
  readonly rule: ApiRule;
}

const REQUEST: ReadonlySet<Direction> = new Set(["request"]);

/**
 * What became of the declarations of a package. It begins at what callers can call: what leads to a type tells whether they
 * give it or get it.
 */
export function compareExported(exported: ExportedPair): ApiFinding[] {
  const { types, places, checker, changed, directions } = exported;
  const comparer = new ValueComparer({
    checker,
    changed: changed.all,
    places,
    isExported: (name: string, version: Version) => types[version].has(name, "type"),
  });
  const pairs: ComparedPair[] = [];
  for (const name of types.old.names) {
    if (!changed.all.has(name)) continue;
    const [old, now] = [types.old.value(name), types.now.value(name)];
    if (!old || !now) continue;
    const where = { subject: name, isExact: true, ...spots(exported, name, "typeof ") };
    pairs.push(comparer.compare(old, now, "response", where));
  }
  const unproven: ApiFinding[] = [];
  const unnamed: ComparedPair[] = [];
  for (const name of changed.own) {
    const [old, now] = [types.old.declared(name), types.now.declared(name)];
    // A value alone has been compared.
    if (!old || !now || comparer.met.has(name) || isOfPaths(places.now.ofType(name))) continue;
    const at = spots(exported, name, "");
    if (isComputed(old) || isComputed(now)) {
      const message = `${quoted(name)} is computed in another way, which may come out differently.`;
      const of = { old: at.old.place, now: at.now.place };
      unproven.push({ rule: "api-declaration-broken", ...of, message, probes: [] });
      continue;
    }
    const isNamed = types.old.has(name, "type") && types.now.has(name, "type");
    const ways = directions.get(name) ?? new Set<Direction>(["response"]);
    // Values that no caller can name are a bound, or tell what is computed.
    const given = isNamed || (old.flags & compiler.TypeFlags.Object) !== 0 ? ways : REQUEST;
    for (const direction of given) {
      const where = { subject: name, isExact: isNamed, ...at };
      (isNamed ? pairs : unnamed).push(comparer.compare(old, now, direction, where));
    }
  }
  const findings = [
    ...findingsOf(pairs),
    ...findingsOf(unnamed).map((finding) => ({ ...finding, probes: [] })),
  ];
  return [...unique(findings, places), ...unproven];
}

function findingsOf(pairs: readonly ComparedPair[]): ApiFinding[] {
  const all = new Set(pairs.flatMap((pair) => [...pair.all()]));
  return [...all].flatMap((pair) => pair.findings.map(toApi));
}

function toApi(finding: Finding): ApiFinding {
  const isMajor = TYPE_RULES[finding.rule].level === "major";
  return { ...finding, rule: isMajor ? "api-declaration-broken" : "api-declaration-extended" };
}

/** Many exports may lead to one line of a report: it is told once, by the shortest way, and as a break if it is one for any. */
function unique(findings: readonly ApiFinding[], places: Both<ReportPlaces>): ApiFinding[] {
  const byPlace = new Map<string, ApiFinding>();
  for (const finding of findings) {
    const at = [places.old.locate(finding.old), places.now.locate(finding.now)];
    const text = finding.message.replace(/^`[^`]*`/, "");
    const key = JSON.stringify([at.map((one) => one && [one.line, one.column]), text]);
    const known = byPlace.get(key);
    if (!known || isBetter(finding, known)) byPlace.set(key, finding);
  }
  return [...byPlace.values()];
}

function isBetter(finding: ApiFinding, known: ApiFinding): boolean {
  if (finding.rule !== known.rule) return finding.rule === "api-declaration-broken";
  const canBeAsked = finding.probes.length > 0;
  if (canBeAsked !== known.probes.length > 0) return canBeAsked;
  return finding.message.length < known.message.length;
}

function spots({ places }: ExportedPair, name: string, prefix: string) {
  return {
    old: { access: `${prefix}Old.${name}`, place: places.old.ofType(name) },
    now: { access: `${prefix}Now.${name}`, place: places.now.ofType(name) },
  };
}

/** Types that become others by what they are asked for can't be compared by themselves. */
function isComputed(type: ts.Type): boolean {
  const isMapped =
    (type.flags & compiler.TypeFlags.Object) !== 0 &&
    ((type as ts.ObjectType).objectFlags & compiler.ObjectFlags.Mapped) !== 0;
  return isMapped || (type.flags & compiler.TypeFlags.Instantiable) !== 0;
}

function isOfPaths(place: Place | undefined): boolean {
  return place !== undefined && arePaths(place.schema as ts.Node);
}
