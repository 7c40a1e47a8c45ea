import type { Direction, FacetName } from "../rules/schema-rules.js";
import type { Side, Spot } from "../side.js";
import { WIRE_RULES, type WireRule } from "../wire-rules.js";
import { compareViews } from "./compare-views.js";
import type { SchemaView } from "./schema-view.js";

/** What became of a schema, told from the schema's own place. */
export interface SchemaFinding {
  readonly rule: WireRule;
  /** What comes after the name of the value: "became required". */
  readonly text: string;
  readonly old?: Spot | undefined;
  readonly new?: Spot | undefined;
  /** The property that it is of, where that is not the whole: `.name`. */
  readonly path?: string | undefined;
}

/** Which values are compared. */
export interface Way {
  readonly direction: Direction;
  /** Whether they travel as text: in a URL, a header or a form a number is a text as well. */
  readonly isText: boolean;
  /**
   * Whether they are sent though they are read only, because callers send back what they got: OpenAPI says that they should
   * not be sent (3.1, 4.8.24.2 of 3.0), which is no must. Nothing of them is asked for, but what comes has to be valid.
   */
  readonly isEcho?: boolean;
}

/** Two schemas that describe the same value, and what became of them. */
export class SchemaPair {
  readonly old: SchemaView;
  readonly new: SchemaView;
  readonly way: Way;
  readonly judge: SchemaJudge;
  readonly findings: SchemaFinding[] = [];
  readonly children: { readonly step: string; readonly pair: SchemaPair }[] = [];

  constructor(judge: SchemaJudge, old: SchemaView, now: SchemaView, way: Way) {
    this.judge = judge;
    this.old = old;
    this.new = now;
    this.way = way;
  }

  /** Tells what became of a schema, by the rule of the way that it goes. */
  tell(facet: FacetName, text: string, keyword?: string | Partial<SchemaFinding>): void {
    const at = typeof keyword === "string" ? this.at(keyword) : { ...this.at(), ...keyword };
    this.findings.push({ rule: `${this.way.direction}-${facet}`, text, ...at });
  }

  /** Tells what became of a schema, by a rule that is of one way alone. */
  tellRule(rule: WireRule, text: string, at: Partial<SchemaFinding> = this.at()): void {
    this.findings.push({ rule, text, ...at });
  }

  /** Where a keyword stands on both sides. */
  at(keyword?: string): { old: Spot | undefined; new: Spot | undefined } {
    return { old: this.old.spot(keyword), new: this.new.spot(keyword) };
  }

  /** Compares what a value holds. */
  descend(step: string, old: unknown, now: unknown, way: Way = this.way): SchemaPair {
    return this.adopt(step, this.judge.compare(old, now, way));
  }

  adopt(step: string, pair: SchemaPair): SchemaPair {
    this.children.push({ step, pair });
    return pair;
  }
}

/** Compares schemas. Each pair is compared once, wherever it is used, so that schemas in circles end. */
export class SchemaJudge {
  readonly old: Side;
  readonly new: Side;
  readonly #pairs = new Map<string, WeakMap<SchemaView, WeakMap<SchemaView, SchemaPair>>>();

  constructor(old: Side, now: Side) {
    this.old = old;
    this.new = now;
  }

  /** Compares two schemas as their documents write them; `undefined` is a schema of anything. */
  compare(old: unknown, now: unknown, way: Way): SchemaPair {
    return this.compareViews(this.old.view(old), this.new.view(now), way);
  }

  compareViews(old: SchemaView, now: SchemaView, way: Way): SchemaPair {
    const key = [way.direction, way.isText, way.isEcho === true].join();
    let byOld = this.#pairs.get(key);
    if (!byOld) this.#pairs.set(key, (byOld = new WeakMap()));
    let byNew = byOld.get(old);
    if (!byNew) byOld.set(old, (byNew = new WeakMap()));
    let pair = byNew.get(now);
    if (!pair) {
      pair = new SchemaPair(this, old, now, way);
      // Known before it is compared: a schema in a circle comes back to it.
      byNew.set(now, pair);
      compareViews(pair);
    }
    return pair;
  }
}

/** All that became of a schema and what it holds, the shortest path to each first. */
export function* allFindings(
  pair: SchemaPair,
): Generator<{ readonly path: string; readonly finding: SchemaFinding }> {
  const seen = new Set<SchemaPair>([pair]);
  let level: { path: string; pair: SchemaPair }[] = [{ path: "", pair }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { path, pair: current } of level) {
      for (const finding of current.findings) yield { path: path + (finding.path ?? ""), finding };
      for (const child of current.children) {
        if (seen.has(child.pair)) continue;
        seen.add(child.pair);
        next.push({ path: path + child.step, pair: child.pair });
      }
    }
    level = next;
  }
}

/** How many breaks there are between two schemas, up to `most`. */
export function countBreaks(pair: SchemaPair, most = Infinity): number {
  let count = 0;
  for (const { finding } of allFindings(pair)) {
    if (WIRE_RULES[finding.rule].level === "major") count += 1;
    if (count >= most) break;
  }
  return count;
}

/** Whether two schemas mean the same. */
export function isSame(pair: SchemaPair): boolean {
  for (const { finding } of allFindings(pair)) {
    if (WIRE_RULES[finding.rule].level !== "patch") return false;
  }
  return true;
}
