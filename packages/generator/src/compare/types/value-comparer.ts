import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import type { Direction } from "../../model/api-model.js";
import { comparePair } from "./compare-pair.js";
import { compareValue } from "./compare-value.js";
import { ComparedPair } from "./finding.js";
import type { ComparerTools, PairContext } from "./pair-context.js";
import { aliasOf } from "./split-type.js";
import { namedWhere, type Where } from "./where.js";

type ByDirection = Map<Direction, ComparedPair>;

/** Compares what callers send and get: each two types once for a direction, for they may lead back to themselves. */
export class ValueComparer {
  /** Names of the types that were met in both versions. */
  readonly met = new Set<string>();
  readonly #tools: ComparerTools;
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
    if (old === now) return undefined;
    const { changed, places, isExported } = this.#tools;
    const names = { old: aliasOf(old), now: aliasOf(now) };
    if (names.old !== undefined && names.old === names.now) {
      this.met.add(names.old);
      if (!changed.has(names.old)) return undefined;
    }
    const isNamed = names.old !== undefined && names.now !== undefined;
    const pair = new ComparedPair();
    if (isNamed || (isMadeOfMembers(old) && isMadeOfMembers(now))) {
      const byDirection = this.#pairsOf(old, now);
      const known = byDirection.get(direction);
      if (known) return known;
      byDirection.set(direction, pair);
    }
    const where = namedWhere(given, names, places, isExported);
    comparePair(this.#context(pair, direction, where), old, now);
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
function isMadeOfMembers(type: ts.Type): boolean {
  const { Object: AnObject, Intersection } = compiler.TypeFlags;
  if (type.flags & Intersection) return true;
  if (!(type.flags & AnObject)) return false;
  return !((type as ts.ObjectType).objectFlags & compiler.ObjectFlags.Reference);
}
