import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import type { Direction } from "../../model/api-model.js";
import { comparePair } from "./compare-pair.js";
import { compareValue } from "./compare-value.js";
import { ComparedPair } from "./finding.js";
import type { ComparerTools, PairContext } from "./pair-context.js";
import { nameOf } from "./split-type.js";
import { namedWhere, type Where } from "./where.js";

type ByDirection = Map<Direction, ComparedPair>;

/** Generic types may lead to ever new ones. */
const DEEPEST = 100;

/** Compares what callers send and get: each two types once for a direction, for they may lead back to themselves. */
export class ValueComparer {
  /** Names of the types that were met in both versions. */
  readonly met = new Set<string>();
  readonly #tools: ComparerTools;
  #depth = 0;
  readonly #pairs = new Map<ts.Type, Map<ts.Type, ByDirection>>();

  constructor(tools: ComparerTools) {
    this.#tools = tools;
  }

  /** What became of a value that is sent, or got. */
  compare(old: ts.Type, now: ts.Type, direction: Direction, where: Where): ComparedPair {
    const pair = new ComparedPair();
    compareValue(this.#context(pair, direction, where), old, now, where);
    return pair;
  }

  /** What became of a type in a direction; `undefined` where nothing can have. */
  #compare(
    old: ts.Type,
    now: ts.Type,
    direction: Direction,
    given: Where,
  ): ComparedPair | undefined {
    if (old === now || this.#depth > DEEPEST) return undefined;
    const { changed, checker, places, isExported } = this.#tools;
    const names = { old: nameOf(old), now: nameOf(now) };
    if (names.old !== undefined && names.old === names.now) {
      this.met.add(names.old);
      if (!changed.has(names.old)) return undefined;
    }
    const isNamed = names.old !== undefined && names.now !== undefined;
    const pair = new ComparedPair();
    if (isNamed || (isMadeOfMembers(checker, old) && isMadeOfMembers(checker, now))) {
      const byDirection = this.#pairsOf(old, now);
      const known = byDirection.get(direction);
      if (known) return known;
      byDirection.set(direction, pair);
      for (const name of genericNames(old, now)) this.met.add(name);
    }
    const where = namedWhere(given, names, places, isExported);
    this.#depth += 1;
    comparePair(this.#context(pair, direction, where), old, now);
    this.#depth -= 1;
    return pair;
  }

  #context(pair: ComparedPair, direction: Direction, where: Where): PairContext {
    const into: PairContext["into"] = (...part) => this.#compare(...part);
    return { ...this.#tools, pair, direction, where, into };
  }

  #pairsOf(old: ts.Type, now: ts.Type): ByDirection {
    const byNow = this.#pairs.get(old) ?? new Map<ts.Type, ByDirection>();
    this.#pairs.set(old, byNow);
    const byDirection = byNow.get(now) ?? new Map<Direction, ComparedPair>();
    byNow.set(now, byDirection);
    return byDirection;
  }
}

/** Two lists of strings are one type, wherever they stand; two objects are not. */
function isMadeOfMembers(checker: ts.TypeChecker, type: ts.Type): boolean {
  const { Object: AnObject, Intersection } = compiler.TypeFlags;
  const isMade = (type.flags & (AnObject | Intersection)) !== 0;
  return isMade && !checker.isArrayType(type) && !checker.isTupleType(type);
}

/** The name of a generic type that both are made by. */
function genericNames(old: ts.Type, now: ts.Type): string[] {
  return [
    [old.aliasSymbol?.name, now.aliasSymbol?.name],
    [old.symbol?.name, now.symbol?.name],
  ].flatMap(([one, other]) => (one !== undefined && one === other ? [one] : []));
}
