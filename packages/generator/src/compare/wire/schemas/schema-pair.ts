import type { Direction, FacetName } from "../rules/schema-rules.js";
import type { Side, Spot } from "../side.js";
import type { WireRule } from "../wire-rules.js";
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
  /** Whether a list is written as one text, its items parted by a separator, so that a text may be read as several. */
  readonly isParted?: boolean;
  /**
   * Whether they are sent though they are read only, because callers send back what they got: OpenAPI says that they should
   * not be sent (3.1, 4.8.24.2 of 3.0), which is no must. Nothing of them is asked for, but what comes has to be valid.
   */
  readonly isEcho?: boolean;
}

/** What compares the schemas that others hold. */
export interface SchemaComparer {
  readonly old: Side;
  readonly new: Side;
  compare(old: unknown, now: unknown, way: Way): SchemaPair;
  compareViews(old: SchemaView, now: SchemaView, way: Way): SchemaPair;
  /** Finds out what became of a schema itself, and which pairs it holds. */
  fill(pair: SchemaPair): void;
  /** How many trials are under way, one in another. */
  trials: number;
}

/** Two schemas that describe the same value, and what became of them. */
export class SchemaPair {
  readonly old: SchemaView;
  readonly new: SchemaView;
  readonly way: Way;
  readonly judge: SchemaComparer;
  readonly findings: SchemaFinding[] = [];
  readonly children: { readonly step: string; readonly pair: SchemaPair }[] = [];
  /** The last walk that came by. */
  walk = 0;
  /** Whether nothing became of it, nor of what it holds: no walk need come by. */
  isUnchanged = false;
  /** Whether it and all that it holds was compared. */
  isComplete = false;
  /** Whether it itself was compared: one that is being compared may have more to tell. */
  isSettled = false;
  /** Whether nothing of a level or above became of it and what it holds, as far as that was asked. */
  readonly isFree: { major?: boolean; minor?: boolean } = {};
  #isSeen = false;

  constructor(judge: SchemaComparer, old: SchemaView, now: SchemaView, way: Way) {
    this.judge = judge;
    this.old = old;
    this.new = now;
    this.way = way;
  }

  /**
   * Compares the schemas when it is first asked what became of them: schemas hold each other in long chains and circles,
   * which would be as many calls in each other.
   */
  look(): void {
    if (this.#isSeen) return;
    this.#isSeen = true;
    this.judge.fill(this);
    this.isSettled = true;
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
