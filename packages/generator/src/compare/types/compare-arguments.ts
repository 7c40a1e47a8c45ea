import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import { compareValue } from "./compare-value.js";
import type { PairContext } from "./pair-context.js";
import { areAlike, typeArguments } from "./split-type.js";
import { alternativeOf } from "./where.js";

/** The types that a type of the runtime (`ItemStream<Item>`) or a tuple is made of. */
export function compareArguments(context: PairContext, old: ts.Type, now: ts.Type): boolean {
  const { checker, where } = context;
  const [before, after] = [typeArguments(checker, old), typeArguments(checker, now)];
  if (!areAlike(old, now) || before.length === 0 || before.length !== after.length) return false;
  const areComputed = old.aliasTypeArguments !== undefined;
  before.forEach((argument, index) => {
    const other = after[index];
    // What computes a type is given names besides: they are none of its values.
    if (areComputed && (isUnitUnion(argument) || (other && isUnitUnion(other)))) return;
    if (other) compareValue(context, argument, other, alternativeOf(where));
  });
  return true;
}

function isUnitUnion(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.every(({ flags }) => flags & compiler.TypeFlags.StringLiteral);
}

/**
 * The same of a generic interface or class of the document or package, where it is the one that it was: what it is made of says
 * all, and its members would say it again.
 */
export function compareGeneric(context: PairContext, old: ts.Type, now: ts.Type): boolean {
  const { changed, checker } = context;
  const name = old.symbol?.name;
  const isGeneric = [old, now].every(
    (type) => !type.aliasSymbol && typeArguments(checker, type).length > 0,
  );
  if (!isGeneric || name !== now.symbol?.name || changed.has(name)) return false;
  const [before, after] = [typeArguments(checker, old), typeArguments(checker, now)];
  before.forEach((argument, index) => {
    const other = after[index];
    if (other) compareValue(context, argument, other, alternativeOf(context.where));
  });
  return before.length === after.length;
}
