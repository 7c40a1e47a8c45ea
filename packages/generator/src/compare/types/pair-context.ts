import type ts from "typescript";
import type { Direction } from "../../model/api-model.js";
import type { Both, Version } from "./client-types.js";
import type { ComparedPair } from "./finding.js";
import type { PlaceFinder } from "./places.js";
import { assignBack, assignForth, type Probe } from "./probe.js";
import type { TypeRule } from "./type-rules.js";
import type { Where } from "./where.js";
import { quoted } from "./words.js";

/** What comparing needs to know besides the types. */
export interface ComparerTools {
  readonly checker: ts.TypeChecker;
  /** Names of the types that are not the same in both versions. */
  readonly changed: ReadonlySet<string>;
  readonly places: Both<PlaceFinder>;
  /** Whether callers can name a type. */
  readonly isExported: (name: string, version: Version) => boolean;
}

/** Two types, where they were met, and where what becomes of them is noted. */
export interface PairContext extends ComparerTools {
  readonly pair: ComparedPair;
  readonly direction: Direction;
  readonly where: Where;
  /** Compares what the two are made of. */
  readonly into: (
    old: ts.Type,
    now: ts.Type,
    direction: Direction,
    where: Where,
  ) => ComparedPair | undefined;
}

/** What can happen in either direction: `became-nullable` of `request-became-nullable`. */
type SharedRule<T = TypeRule> = T extends `request-${infer Rule}`
  ? `response-${Rule}` extends TypeRule
    ? Rule
    : never
  : never;

/** The rule of what happened in a direction. */
export function ruleOf(direction: Direction, rule: SharedRule): TypeRule {
  return `${direction}-${rule}`;
}

/** Notes what happened to a value. */
export function note(
  { pair, direction }: Pick<PairContext, "pair" | "direction">,
  where: Where,
  rule: TypeRule,
  text: string,
  probes: readonly Probe[],
): void {
  pair.findings.push({
    rule,
    direction,
    old: where.old.place,
    now: where.now.place,
    message: `${quoted(where.subject)} ${text}.`,
    // What can't be named can't be asked about; the types around it can.
    probes: where.isExact ? probes : probes.filter(({ kind }) => kind === "assign"),
  });
}

/** Old requests are sent, and new responses are got: the one has to do for the other. */
export function assignment(direction: Direction, where: Where): Probe {
  return direction === "request" ? assignForth(where) : assignBack(where);
}
