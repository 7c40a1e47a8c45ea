import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import { compareArguments } from "./compare-arguments.js";
import { compareValues } from "./compare-literals.js";
import { compareObjects } from "./compare-objects.js";
import { compareValue, goInto, noteAbsence } from "./compare-value.js";
import { matchObjects } from "./match-objects.js";
import { assignment, note, type PairContext, ruleOf } from "./pair-context.js";
import { assignForth } from "./probe.js";
import {
  isUnknown,
  kindsOf,
  nameOf,
  namesOf,
  splitType,
  type SplitType,
  strip,
  typeArguments,
} from "./split-type.js";
import { alternativeOf, insideOf } from "./where.js";
import { quotedType } from "./words.js";

/** Compares two types part by part. */
export function comparePair(context: PairContext, oldType: ts.Type, nowType: ts.Type): void {
  const { checker, direction, where } = context;
  const [old, now] = [boundOf(checker, oldType), boundOf(checker, nowType)];
  if (isUnknown(old) || isUnknown(now)) {
    if (isUnknown(old) && isUnknown(now)) return;
    const known = quotedType(checker.typeToString(isUnknown(old) ? now : old));
    const rule = ruleOf(direction, isUnknown(now) ? "type-widened" : "type-narrowed");
    const text = isUnknown(now)
      ? `may be anything; it was ${known}`
      : `is ${known} now; it could be anything`;
    return note(context, where, rule, text, [assignment(direction, where)]);
  }
  const [before, after] = [strip(checker, old), strip(checker, now)];
  noteAbsence(context, where, before, after);
  if (!before.core || !after.core) return;
  if (before.core !== old || after.core !== now) {
    return goInto(context, before.core, after.core, where);
  }
  const split = { old: splitType(checker, old), now: splitType(checker, now) };
  const kinds = { old: kindsOf(split.old), now: kindsOf(split.now) };
  const gone = [...kinds.old].filter((kind) => !kinds.now.has(kind));
  const added = [...kinds.now].filter((kind) => !kinds.old.has(kind));
  if (gone.length === kinds.old.size || added.length === kinds.now.size) {
    if (compareArguments(context, old, now)) return;
    const [from, to] = [old, now].map((type) => quotedType(checker.typeToString(type)));
    const probes = [assignment(direction, where)];
    const rule = ruleOf(direction, "type-changed");
    return note(context, where, rule, `is ${to} now; it was ${from}`, probes);
  }
  noteAlternatives(
    context,
    gone.flatMap((kind) => namesOf(checker, split.old, kind)),
    added.flatMap((kind) => namesOf(checker, split.now, kind)),
  );
  compareValues(context, split.old, split.now);
  compareLists(context, split.old.arrays, split.now.arrays);
  for (const [kind, type] of split.old.others) {
    const other = split.now.others.get(kind);
    if (other) compareArguments(context, type, other);
  }
  compareAlternatives(context, split.old, split.now);
}

/** What a type parameter stands for, as far as anyone knows. */
function boundOf(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  if (!(type.flags & compiler.TypeFlags.TypeParameter)) return type;
  return checker.getBaseConstraintOfType(type) ?? checker.getUnknownType();
}

function compareLists(
  context: PairContext,
  old: readonly ts.Type[],
  now: readonly ts.Type[],
): void {
  const { checker, direction, places, where } = context;
  if (old.length === 0 || now.length === 0) return;
  const [before, after] = [old, now].map(([list]) => list && typeArguments(checker, list)[0]);
  if (old.length === 1 && now.length === 1 && before && after) {
    return compareValue(context, before, after, insideOf(where, "items", places));
  }
  // Several lists of one union can't be told apart: all of the one have to do for all of the other.
  const fits = (from: readonly ts.Type[], to: readonly ts.Type[]): boolean =>
    from.every((type) => to.some((other) => checker.isTypeAssignableTo(type, other)));
  const [isWider, isNarrower] = [fits(old, now), fits(now, old)];
  if (isWider && isNarrower) return;
  const rule = isWider ? "type-widened" : isNarrower ? "type-narrowed" : "type-changed";
  const text = isWider ? "a wider" : isNarrower ? "a narrower" : "another";
  const probes = [assignment(direction, where)];
  note(context, where, ruleOf(direction, rule), `is of ${text} type`, probes);
}

function compareAlternatives(context: PairContext, old: SplitType, now: SplitType): void {
  if (old.objects.length === 0 || now.objects.length === 0) return;
  const { checker, where } = context;
  const { pairs, gone, added } = matchObjects(checker, old.objects, now.objects);
  const isAlone = isOnlyObject(old) && isOnlyObject(now);
  for (const [one, other] of pairs) {
    if (isAlone) compareObjects(context, one, other);
    else goInto(context, one, other, alternativeOf(where));
  }
  const names = (types: readonly ts.Type[]) =>
    types.map((type) => nameOf(type) ?? checker.typeToString(type));
  noteAlternatives(context, names(gone), names(added));
}

function isOnlyObject(split: SplitType): boolean {
  return split.objects.length === 1 && kindsOf(split).size === 1;
}

function noteAlternatives(
  context: PairContext,
  gone: readonly string[],
  added: readonly string[],
): void {
  const { direction, where } = context;
  const names = (types: readonly string[]) => types.map(quotedType).join(", ");
  if (gone.length > 0) {
    const rule = ruleOf(direction, "alternative-removed");
    // Who gets one type less finds out where it is asked for, as where one is made by hand.
    note(context, where, rule, `can no longer be ${names(gone)}`, [assignForth(where)]);
  }
  if (added.length > 0) {
    const rule = ruleOf(direction, "alternative-added");
    note(context, where, rule, `may be ${names(added)}, too`, [
      assignment(direction, where),
      // One that has less members is assignable, and can't be read as before.
      { kind: "keys", from: where.old.access, to: where.now.access },
    ]);
  }
}
