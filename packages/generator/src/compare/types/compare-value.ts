import type ts from "typescript";
import { assignment, note, type PairContext, ruleOf } from "./pair-context.js";
import { isUnknown, strip, stripNamed, type Stripped } from "./split-type.js";
import type { Where } from "./where.js";

/**
 * Compares a value, and goes on into its type.
 *
 * @param mayBeAbsent whether it is a member that may be left out in one version or in both, which is told of the member.
 */
export function compareValue(
  context: PairContext,
  old: ts.Type,
  now: ts.Type,
  where: Where,
  mayBeAbsent = false,
): void {
  const named = { old: stripNamed(old), now: stripNamed(now) };
  const { checker } = context;
  const before = (named.now && named.old) ?? strip(checker, old);
  const after = (named.old && named.now) ?? strip(checker, now);
  if (!isUnknown(old) && !isUnknown(now)) {
    const same = mayBeAbsent ? { isUndefinable: false } : {};
    noteAbsence(context, where, { ...before, ...same }, { ...after, ...same });
  }
  if (before.core && after.core) goInto(context, before.core, after.core, where);
}

/** Notes that there may be no value, or that there is always one. */
export function noteAbsence(
  context: PairContext,
  where: Where,
  old: Stripped,
  now: Stripped,
): void {
  const { direction } = context;
  for (const [key, what] of ABSENCES) {
    if (old[key] === now[key]) continue;
    const rule = ruleOf(direction, now[key] ? "became-nullable" : "no-longer-nullable");
    const text = now[key] ? `may be ${what}` : `can no longer be ${what}`;
    note(context, where, rule, text, [assignment(direction, where)]);
  }
}

const ABSENCES = [
  ["isNullable", "null"],
  ["isUndefinable", "absent"],
] as const;

/** Compares two types that a part of the value has. */
export function goInto(context: PairContext, old: ts.Type, now: ts.Type, where: Where): void {
  const part = context.into(old, now, context.direction, where);
  if (part) context.pair.parts.add(part);
}
