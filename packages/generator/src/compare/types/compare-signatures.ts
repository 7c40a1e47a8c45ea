import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import type { Direction } from "../../model/api-model.js";
import { compareValue } from "./compare-value.js";
import { assignment, note, type PairContext, ruleOf } from "./pair-context.js";
import type { Version } from "./client-types.js";
import type { Probe } from "./probe.js";
import type { Spot, Where } from "./where.js";

const { Call, Construct } = compiler.SignatureKind;

/** Compares what two types are called with, and what they give; the type of a function is no other than that. */
export function compareSignatures(context: PairContext, old: ts.Type, now: ts.Type): void {
  const { checker, direction, where } = context;
  for (const kind of [Call, Construct]) {
    const [before, after] = [old, now].map((type) => checker.getSignaturesOfType(type, kind));
    if (!before || !after || before.length + after.length === 0) continue;
    if (before.length !== after.length) {
      const probes = [assignment(direction, where)];
      note(context, where, ruleOf(direction, "type-changed"), "is called in other ways", probes);
      continue;
    }
    const isSingle = before.length === 1 && where.isExact;
    const at = { ...context, where: { ...where, isExact: isSingle } };
    before.forEach((signature, index) => {
      const other = after[index];
      if (other) compareSignature(at, signature, other, kind === Call ? FUNCTION : CLASS);
    });
  }
}

/** How code gets at the types of what is called. */
const FUNCTION = { given: "Parameters", gives: "ReturnType", shown: "()" };
const CLASS = { given: "ConstructorParameters", gives: "InstanceType", shown: "" };

function compareSignature(
  context: PairContext,
  old: ts.Signature,
  now: ts.Signature,
  words: typeof FUNCTION,
): void {
  const { checker, where } = context;
  const given = { ...context, direction: opposite(context.direction) };
  const [before, after] = [old.parameters, now.parameters];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const [one, other] = [before[index], after[index]];
    const name = (other ?? one)?.name ?? "";
    const at = inside(where, `(${name})`, (access) => `${words.given}<${access}>[${index}]`);
    if (one && other) compareParameter(given, one, other, at);
    else noteParameter(given, one, other, at);
  }
  const gives = inside(where, words.shown, (access) => `${words.gives}<${access}>`);
  compareValue(
    context,
    checker.getReturnTypeOfSignature(old),
    checker.getReturnTypeOfSignature(now),
    gives,
  );
}

function compareParameter(
  context: PairContext,
  old: ts.Symbol,
  now: ts.Symbol,
  where: Where,
): void {
  const { checker, direction } = context;
  if (isOptional(old) !== isOptional(now)) {
    const became = isOptional(now) ? "optional" : "required";
    const rule = ruleOf(direction, `member-became-${became}`);
    note(context, where, rule, `became ${became}`, [assignment(direction, where)]);
  }
  const [before, after] = [checker.getTypeOfSymbol(old), checker.getTypeOfSymbol(now)];
  compareValue(context, before, after, where, isOptional(old) || isOptional(now));
}

/** A function that takes more than it is given needs it; one that takes less can't be given it. */
function noteParameter(
  context: PairContext,
  old: ts.Symbol | undefined,
  now: ts.Symbol | undefined,
  where: Where,
): void {
  const { direction } = context;
  const { access: from } = context.where.old;
  const { access: to } = context.where.now;
  const probes: Probe[] = [{ kind: "call", old: from, now: to, bare: false }];
  if (old) note(context, where, ruleOf(direction, "member-removed"), "is gone", probes);
  else if (now && direction === "request" && !isOptional(now)) {
    note(context, where, "request-required-member-added", "is new and has to be given", probes);
  } else note(context, where, ruleOf(direction, "member-added"), "is new", []);
}

function isOptional({ valueDeclaration }: ts.Symbol): boolean {
  if (!valueDeclaration || !compiler.isParameter(valueDeclaration)) return false;
  const { questionToken, initializer, dotDotDotToken } = valueDeclaration;
  return Boolean(questionToken ?? initializer ?? dotDotDotToken);
}

function opposite(direction: Direction): Direction {
  return direction === "request" ? "response" : "request";
}

function inside(where: Where, shown: string, get: (access: string) => string): Where {
  const spot = (version: Version): Spot => {
    const { access, place } = where[version];
    return { access: where.isExact ? get(`NonNullable<${access}>`) : access, place };
  };
  return { ...where, subject: where.subject + shown, old: spot("old"), now: spot("now") };
}
