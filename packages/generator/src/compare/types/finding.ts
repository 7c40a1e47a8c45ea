import type { Direction } from "../../model/api-model.js";
import type { Place } from "./places.js";
import type { Probe } from "./probe.js";
import type { TypeRule } from "./type-rules.js";

/** One thing that a caller can notice. */
export interface Finding {
  readonly rule: TypeRule;
  readonly direction?: Direction | undefined;
  /** Where it is of one alone. */
  readonly operation?: string | undefined;
  /** `undefined`: not known. `null`: the old version has none. */
  readonly old: Place | null | undefined;
  readonly now: Place | null | undefined;
  /** One sentence for the caller. */
  readonly message: string;
  /** What to ask the compiler, the most telling first. */
  readonly probes: readonly Probe[];
}

/** What became of one type in one direction, and of those that it is made of. */
export class ComparedPair {
  readonly findings: Finding[] = [];
  readonly parts = new Set<ComparedPair>();

  /** This one and all that it is made of; types may lead back to themselves. */
  all(): ReadonlySet<ComparedPair> {
    const all = new Set<ComparedPair>([this]);
    for (const pair of all) for (const part of pair.parts) all.add(part);
    return all;
  }
}
