import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";

const { TypeFlags } = compiler;

/** A type without what says that there may be no value. */
export interface Stripped {
  /** `undefined` where nothing is left. */
  readonly core: ts.Type | undefined;
  readonly isNullable: boolean;
  readonly isUndefinable: boolean;
}

/** Takes `null` and `undefined` out of a union. */
export function strip(checker: ts.TypeChecker, type: ts.Type): Stripped {
  const given = isUnion(type) ? type.types : [type];
  const isNullable = given.some(({ flags }) => flags & TypeFlags.Null);
  const isUndefinable = given.some(({ flags }) => flags & TypeFlags.Undefined);
  if (!isNullable && !isUndefinable) return { core: type, isNullable, isUndefinable };
  const core = given.every(isAbsence) ? undefined : checker.getNonNullableType(type);
  return { core, isNullable, isUndefinable };
}

/** The same of a named type that stands beside them, with what may be absent in that type left to it. */
export function stripNamed(type: ts.Type): Stripped | undefined {
  // The compiler keeps what a union was written as; a union in it may have a name.
  const { origin } = type as ts.Type & { readonly origin?: ts.UnionType };
  const written = nameOf(type) === undefined ? (origin?.types ?? unionOf(type)) : [type];
  const [core, ...others] = written.filter((part) => !isAbsence(part));
  if (!core || others.length > 0 || nameOf(core) === undefined) return undefined;
  return {
    core,
    isNullable: written.some(({ flags }) => flags & TypeFlags.Null),
    isUndefinable: written.some(({ flags }) => flags & TypeFlags.Undefined),
  };
}

function isAbsence({ flags }: ts.Type): boolean {
  return (flags & (TypeFlags.Null | TypeFlags.Undefined)) !== 0;
}

function unionOf(type: ts.Type): readonly ts.Type[] {
  return isUnion(type) ? type.types : [type];
}

/** The parts of a union, each by its kind. */
export interface SplitType {
  /** Strings that are known, by their text in code. */
  readonly strings: ReadonlySet<string>;
  /** Whether any string goes, beside those or alone. */
  readonly anyString: boolean;
  /** The same of numbers. */
  readonly numbers: ReadonlySet<string>;
  readonly anyNumber: boolean;
  readonly booleans: ReadonlySet<string>;
  readonly arrays: readonly ts.Type[];
  readonly objects: readonly ts.Type[];
  /** What is none of these: types of the platform, tuples, by their text; generic ones by their names. */
  readonly others: ReadonlyMap<string, ts.Type>;
}

/** Sorts the parts of a type; `null` and `undefined` are none of them. */
export function splitType(checker: ts.TypeChecker, type: ts.Type): SplitType {
  const [strings, numbers, booleans] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [arrays, objects]: [ts.Type[], ts.Type[]] = [[], []];
  const others = new Map<string, ts.Type>();
  let [anyString, anyNumber] = [false, false];
  for (const part of isUnion(type) ? type.types : [type]) {
    const { flags } = part;
    if (flags & (TypeFlags.Null | TypeFlags.Undefined)) continue;
    if (flags & TypeFlags.StringLiteral) strings.add(checker.typeToString(part, undefined, PLAIN));
    else if (flags & TypeFlags.NumberLiteral) numbers.add(checker.typeToString(part));
    else if (flags & TypeFlags.BooleanLiteral) booleans.add(checker.typeToString(part));
    else if (flags & TypeFlags.String || isOpenString(part)) anyString = true;
    else if (flags & TypeFlags.Number) anyNumber = true;
    else if (checker.isArrayType(part)) arrays.push(part);
    else if (isObject(checker, part)) objects.push(part);
    else others.set(keyOf(checker, part, others), part);
  }
  return { strings, anyString, numbers, anyNumber, booleans, arrays, objects, others };
}

const PLAIN = compiler.TypeFormatFlags.NoTruncation;

function keyOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  known: ReadonlyMap<string, ts.Type>,
): string {
  const isGeneric = typeArguments(checker, type).length > 0 && !checker.isTupleType(type);
  const name = isGeneric ? (type.aliasSymbol ?? type.symbol)?.name : undefined;
  return name === undefined || known.has(name) ? checker.typeToString(type) : name;
}

/** The kinds of values that a type lets in. */
export function kindsOf(split: SplitType): Set<string> {
  return new Set([
    ...(split.anyString || split.strings.size > 0 ? ["string"] : []),
    ...(split.anyNumber || split.numbers.size > 0 ? ["number"] : []),
    ...(split.booleans.size > 0 ? ["boolean"] : []),
    ...(split.arrays.length > 0 ? ["list"] : []),
    ...(split.objects.length > 0 ? ["object"] : []),
    ...split.others.keys(),
  ]);
}

/** What a sentence calls the values of a kind. */
export function namesOf(checker: ts.TypeChecker, split: SplitType, kind: string): string[] {
  const types = kind === "object" ? split.objects : kind === "list" ? split.arrays : [];
  const named = types.map((type) => nameOf(type) ?? checker.typeToString(type));
  const other = split.others.get(kind);
  return other ? [checker.typeToString(other)] : named.length > 0 ? named : [kind];
}

/** Whether nothing is known of a value. */
export function isUnknown({ flags }: ts.Type): boolean {
  return (flags & (TypeFlags.Unknown | TypeFlags.Any)) !== 0;
}

/** The name that a type was declared by; a generic one is not one type. */
export function nameOf(type: ts.Type): string | undefined {
  if (type.aliasSymbol) return type.aliasTypeArguments ? undefined : type.aliasSymbol.name;
  if (!type.isClassOrInterface() || type.typeParameters?.length) return undefined;
  return isForeign(type) ? undefined : type.symbol.name;
}

/** What a list, a tuple, or a type of the runtime or the platform (`ItemStream<Item>`) is made of. */
export function typeArguments(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  // What can't be told until more is known is told by what it was asked for.
  if (type.flags & TypeFlags.Instantiable) return type.aliasTypeArguments ?? [];
  if (!(type.flags & TypeFlags.Object)) return [];
  const isReference = (type as ts.ObjectType).objectFlags & compiler.ObjectFlags.Reference;
  return isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
}

/** Whether two types are one generic type of different parts. */
export function areAlike(old: ts.Type, now: ts.Type): boolean {
  if (old.aliasTypeArguments && now.aliasTypeArguments) {
    return old.aliasSymbol?.name === now.aliasSymbol?.name;
  }
  return old.symbol !== undefined && old.symbol === now.symbol;
}

function isUnion(type: ts.Type): type is ts.UnionType {
  return (type.flags & TypeFlags.Union) !== 0;
}

/** `string & {}` */
function isOpenString(type: ts.Type): boolean {
  if (!(type.flags & TypeFlags.Intersection)) return false;
  return (type as ts.IntersectionType).types.some(({ flags }) => flags & TypeFlags.String);
}

/** Whether a type is made of members that the document names. */
function isObject(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (checker.isTupleType(type) || checker.isArrayType(type)) return false;
  if (type.flags & TypeFlags.Object) return !isForeign(type);
  if (!(type.flags & TypeFlags.Intersection)) return false;
  return (type as ts.IntersectionType).types.every((part) => isObject(checker, part));
}

/** Whether a type is declared by the runtime or the platform; those that take others apart (`Omit`) are not. */
function isForeign({ symbol }: ts.Type): boolean {
  const [declaration] = symbol?.declarations ?? [];
  if (!declaration) return false;
  const isNamed =
    compiler.isInterfaceDeclaration(declaration) || compiler.isClassDeclaration(declaration);
  return isNamed && isOfPlatform(declaration);
}

/** Whether neither version declares something, but the runtime or the platform. */
export function isOfPlatform(declaration: ts.Declaration): boolean {
  return !/^\/(?:old|now)\//.test(declaration.getSourceFile().fileName);
}
