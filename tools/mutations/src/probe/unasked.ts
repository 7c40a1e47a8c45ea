import ts from "typescript";

/** What type parameters stand for, by their name; the others for their default. */
export type Chosen = ReadonlyMap<string, string>;

/**
 * What a type is once its type parameters are known: `Bodies[SentAs]` of a caller who says nothing is
 * the member of `Bodies` that `SentAs` has for its default.
 */
export function unasked(
  checker: ts.TypeChecker,
  type: ts.Type,
  chosen: Chosen = new Map(),
): ts.Type {
  if (!(type.flags & ts.TypeFlags.IndexedAccess)) return type;
  const { objectType, indexType } = type as ts.IndexedAccessType;
  const key = chosen.get(indexType.symbol?.name ?? "") ?? literalOf(indexType.getDefault());
  const member = key === undefined ? undefined : objectType.getProperty(key);
  return member ? checker.getTypeOfSymbol(member) : type;
}

/** The keys that a type parameter may stand for, but for its default. */
export function othersOf(checker: ts.TypeChecker, parameter: ts.Type): string[] {
  const constraint = checker.getBaseConstraintOfType(parameter);
  const members = constraint?.isUnion() ? constraint.types : constraint ? [constraint] : [];
  const usual = literalOf(parameter.getDefault());
  return members.map(literalOf).filter((key) => key !== undefined && key !== usual) as string[];
}

function literalOf(type: ts.Type | undefined): string | undefined {
  return type?.isStringLiteral() ? type.value : undefined;
}
