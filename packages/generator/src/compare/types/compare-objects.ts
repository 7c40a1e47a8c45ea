import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import { compareGeneric } from "./compare-arguments.js";
import { compareSignatures } from "./compare-signatures.js";
import { compareValue } from "./compare-value.js";
import { assignment, note, type PairContext, ruleOf } from "./pair-context.js";
import { isOfPlatform, strip } from "./split-type.js";
import { insideOf, memberOf, type Where, without } from "./where.js";

const { Prototype } = compiler.SymbolFlags;

/** Compares two objects member by member. */
export function compareObjects(context: PairContext, old: ts.Type, now: ts.Type): void {
  if (compareGeneric(context, old, now)) return;
  const { checker, places, where } = context;
  const [before, after] = [membersOf(checker, old), membersOf(checker, now)];
  const others = { old: othersOf(checker, old), now: othersOf(checker, now) };
  compareSignatures(context, old, now);
  for (const [name, member] of before) {
    const same = after.get(name);
    const at = memberOf(where, name, places, { old: member, ...(same && { now: same }) });
    if (same) compareMember(context, member, same, at);
    else noteGone(context, name, checker.getTypeOfSymbol(member), at, others.now);
  }
  for (const [name, member] of after) {
    if (!before.has(name))
      noteAdded(context, member, memberOf(where, name, places, { now: member }));
  }
  if (others.old && others.now) {
    const at = insideOf(where, "additionalProperties", places);
    compareValue(context, others.old, others.now, at);
  } else if (others.old || others.now) noteOthers(context, others.now !== undefined);
}

/**
 * The members by their names, but for those of the platform, which are the same, and for those that symbols name: they are marks of
 * the runtime's, which no caller writes or reads.
 */
function membersOf(checker: ts.TypeChecker, type: ts.Type): ReadonlyMap<string, ts.Symbol> {
  return new Map(
    checker
      .getPropertiesOfType(type)
      .map((one) => [compiler.unescapeLeadingUnderscores(one.escapedName), one] as const)
      .filter(([name, member]) => !name.startsWith("__@") && isOwn(member)),
  );
}

function isOwn({ flags, declarations = [] }: ts.Symbol): boolean {
  if (flags & Prototype) return false;
  return declarations.length === 0 || declarations.some((one) => !isOfPlatform(one));
}

/** The type of the members that have no name of their own. */
function othersOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.getIndexTypeOfType(type, compiler.IndexKind.String);
}

function isOptional({ flags }: ts.Symbol): boolean {
  return (flags & compiler.SymbolFlags.Optional) !== 0;
}

function compareMember(context: PairContext, old: ts.Symbol, now: ts.Symbol, where: Where): void {
  const { checker, direction } = context;
  const became = isOptional(now) ? "optional" : "required";
  if (isOptional(old) !== isOptional(now)) {
    const rule = ruleOf(direction, `member-became-${became}`);
    // It shows in the object around, and not in the type of the member itself.
    const probes = [assignment(direction, context.where)];
    note(context, where, rule, `became ${became}`, probes);
  }
  const mayBeAbsent = isOptional(old) || isOptional(now);
  const [before, after] = [checker.getTypeOfSymbol(old), checker.getTypeOfSymbol(now)];
  compareValue(context, before, after, where, mayBeAbsent);
}

function noteGone(
  context: PairContext,
  name: string,
  type: ts.Type,
  at: Where,
  others: ts.Type | undefined,
): void {
  const { checker, direction, where } = context;
  const core = strip(checker, type).core ?? type;
  const isRequest = direction === "request";
  // It is one of those without a name now, and may be sent as before.
  if (isRequest && others && checker.isTypeAssignableTo(core, others)) return;
  const of = where.now.access;
  const probe = { kind: isRequest ? "write" : "read", of, member: name } as const;
  note(
    context,
    without(at, "now"),
    ruleOf(direction, "member-removed"),
    isRequest ? "can no longer be sent" : "is gone",
    // Where members of any name remain, it can be read still, as one of these.
    [probe, assignment(direction, where), assignment(direction, at)],
  );
}

function noteAdded(context: PairContext, member: ts.Symbol, given: Where): void {
  const { direction, where } = context;
  const at = without(given, "old");
  if (direction === "request" && !isOptional(member)) {
    const probes = [assignment(direction, where)];
    note(context, at, "request-required-member-added", "is new and has to be sent", probes);
  } else note(context, at, ruleOf(direction, "member-added"), "is new", []);
}

function noteOthers(context: PairContext, areAllowed: boolean): void {
  const { direction, where } = context;
  const isRequest = direction === "request";
  const rule = ruleOf(direction, `other-members-${areAllowed ? "allowed" : "forbidden"}`);
  const can = isRequest ? "takes" : "has";
  const text = areAllowed ? `${can} members of any name` : `no longer ${can} members of any name`;
  const of = where.now.access;
  const probe = { kind: isRequest ? "write" : "read", of, member: "another" } as const;
  note(context, where, rule, text, [probe, assignment(direction, where)]);
}
