import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import { nameOf } from "./split-type.js";

/** Which objects of two unions are the same alternative. */
export interface MatchedObjects {
  readonly pairs: readonly (readonly [old: ts.Type, now: ts.Type])[];
  readonly gone: readonly ts.Type[];
  readonly added: readonly ts.Type[];
}

/**
 * Pairs the objects of two unions: by their names, then by the literals that tell them apart, then by whether one can stand
 * for the other. One on each side that is left over is a pair, too.
 */
export function matchObjects(
  checker: ts.TypeChecker,
  old: readonly ts.Type[],
  now: readonly ts.Type[],
): MatchedObjects {
  const pairs: [ts.Type, ts.Type][] = [];
  const gone = [...old];
  const added = [...now];
  const take = (areSame: (one: ts.Type, other: ts.Type) => boolean): void => {
    for (const one of gone.slice()) {
      const other = added.find((candidate) => areSame(one, candidate));
      if (!other) continue;
      pairs.push([one, other]);
      gone.splice(gone.indexOf(one), 1);
      added.splice(added.indexOf(other), 1);
    }
  };
  take((one, other) => nameOf(one) !== undefined && nameOf(one) === nameOf(other));
  if (gone.length === 0 || added.length === 0) return { pairs, gone, added };
  const tags = new Map([...gone, ...added].map((type) => [type, tagOf(checker, type)]));
  take((one, other) => tags.get(one) !== "" && tags.get(one) === tags.get(other));
  take(
    (one, other) =>
      tags.get(one) === tags.get(other) &&
      (checker.isTypeAssignableTo(one, other) || checker.isTypeAssignableTo(other, one)),
  );
  if (gone.length === 1 && added.length === 1) take(() => true);
  return { pairs, gone, added };
}

/** The members that can have one value alone. */
function tagOf(checker: ts.TypeChecker, type: ts.Type): string {
  const tags = checker.getPropertiesOfType(type).flatMap((property) => {
    const value = checker.getTypeOfSymbol(property);
    const isTag = (value.flags & compiler.TypeFlags.StringLiteral) !== 0;
    return isTag ? [`${property.name}=${checker.typeToString(value)}`] : [];
  });
  return tags.sort().join();
}
