import type ts from "typescript";
import type { Direction } from "../../model/api-model.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import type { Both, ClientTypes, Version } from "./client-types.js";
import type { ComparedPair } from "./finding.js";
import type { Place, Places } from "./places.js";
import { assignBack, assignForth } from "./probe.js";
import { type TypeRule, TYPE_RULES } from "./type-rules.js";
import { ValueComparer } from "./value-comparer.js";
import type { Where } from "./where.js";
import { quoted } from "./words.js";

/** One version of a client. */
export interface ClientVersion {
  readonly plan: PackagePlan;
  readonly types: ClientTypes;
  readonly places: Places;
}

/** Where a comparison begins: a type that callers can get at. */
export interface Root {
  readonly type: ts.Type;
  /** How their code gets at it: `Old.Pet`. */
  readonly access: string;
  readonly place: Place | null | undefined;
}

/** Both versions of a client. */
export interface ClientPair extends Both<ClientVersion> {
  readonly comparer: ValueComparer;
  readonly checker: ts.TypeChecker;
}

/** Sets two versions of a client beside each other. */
export function pairClients(
  sides: Both<ClientVersion>,
  checker: ts.TypeChecker,
  changed: ReadonlySet<string>,
): ClientPair {
  const isExported = (name: string, version: Version) => sides[version].types.has(name, "type");
  const comparer = new ValueComparer({
    checker,
    changed,
    places: { old: sides.old.places, now: sides.now.places },
    isExported,
  });
  return { ...sides, comparer, checker };
}

/** Compares what callers send or get, and makes sure that the compiler sees no more in it. */
export function compareRoots(
  { comparer, checker }: ClientPair,
  roots: Both<Root>,
  direction: Direction,
  subject: string,
): ComparedPair {
  const { old, now } = roots;
  const where: Where = { subject, isExact: true, old, now };
  const pair = comparer.compare(old.type, now.type, direction, where);
  const all = [...pair.all()];
  if (all.length === 1 && pair.findings.length === 0) return pair;
  const isTold = all.some(({ findings }) => findings.some(({ rule }) => isMajor(rule)));
  const [from, to] = direction === "request" ? [old, now] : [now, old];
  if (isTold || checker.isTypeAssignableTo(from.type, to.type)) return pair;
  // What no rule of ours tells is told as a whole: better once too much than a break that comes as a surprise.
  pair.findings.push({
    rule: `${direction}-type-changed`,
    direction,
    old: old.place,
    now: now.place,
    message: `${quoted(subject)} is of another type.`,
    probes: [direction === "request" ? assignForth(where) : assignBack(where)],
  });
  return pair;
}

function isMajor(rule: TypeRule): boolean {
  return TYPE_RULES[rule].level === "major";
}
