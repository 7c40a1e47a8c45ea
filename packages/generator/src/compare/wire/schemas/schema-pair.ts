import type { Direction, FacetName } from "../rules/schema-rules.js";
import type { Side, Spot } from "../side.js";
import { WIRE_RULES, type WireRule } from "../wire-rules.js";
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

/** What compares the schemas that others hold. */
export interface SchemaComparer {
  readonly old: Side;
  readonly new: Side;
  compare(old: unknown, now: unknown, way: Way): SchemaPair;
  compareViews(old: SchemaView, now: SchemaView, way: Way): SchemaPair;
}

/** Two schemas that describe the same value, and what became of them. */
export class SchemaPair {
  readonly old: SchemaView;
  readonly new: SchemaView;
  readonly way: Way;
  readonly judge: SchemaComparer;
  readonly findings: SchemaFinding[] = [];
  readonly children: { readonly step: string; readonly pair: SchemaPair }[] = [];

  constructor(judge: SchemaComparer, old: SchemaView, now: SchemaView, way: Way) {
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

/** All that became of a schema and what it holds, the shortest path to each first. */
export function* allFindings(
  whole: SchemaPair,
): Generator<{ readonly path: string; readonly finding: SchemaFinding }> {
  const seen = new Set<SchemaPair>([whole]);
  let level: Reached[] = [{ path: "", pair: whole, holder: undefined }];
  while (level.length > 0) {
    const next: Reached[] = [];
    for (const reached of level) {
      const { path, pair } = reached;
      for (const finding of pair.findings) {
        yield { path: path + (finding.path ?? ""), finding: placed(finding, reached) };
      }
      for (const child of pair.children) {
        if (seen.has(child.pair)) continue;
        seen.add(child.pair);
        next.push({ path: path + child.step, pair: child.pair, holder: pair });
      }
    }
    level = next;
  }
}

interface Reached {
  readonly path: string;
  readonly pair: SchemaPair;
  /** What it was reached from. */
  readonly holder: SchemaPair | undefined;
}

/** A schema that is true, false or left out is nowhere; what holds it is. */
function placed(finding: SchemaFinding, { pair, holder }: Reached): SchemaFinding {
  const isNowhere = (view: SchemaView) => view.reading.parts.length === 0;
  return {
    ...finding,
    old: finding.old ?? (isNowhere(pair.old) ? holder?.old.spot() : undefined),
    new: finding.new ?? (isNowhere(pair.new) ? holder?.new.spot() : undefined),
  };
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
