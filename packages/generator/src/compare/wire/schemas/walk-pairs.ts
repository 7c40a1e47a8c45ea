import type { Level } from "../../change.js";
import type { Spot } from "../side.js";
import { WIRE_RULES } from "../wire-rules.js";
import type { SchemaFinding, SchemaPair } from "./schema-pair.js";
import type { SchemaView } from "./schema-view.js";

/** What became of a schema, and the way to it from what holds it all: `.address.city`. */
export interface PlacedFinding {
  readonly path: string;
  readonly finding: SchemaFinding;
}

let lastWalk = 0;

/** All that became of a schema and what it holds, with the shortest path to each. */
export function collectFindings(whole: SchemaPair): PlacedFinding[] {
  lookAtAll(whole);
  const found: PlacedFinding[] = [];
  if (whole.isUnchanged) return found;
  lastWalk += 1;
  whole.walk = lastWalk;
  // Thousands of pairs for each of hundreds of operations: lists of numbers, and a path is only made for what is told.
  const queue = [whole];
  const holders = [-1];
  const steps = [""];
  for (let index = 0; index < queue.length; index += 1) {
    const pair = queue[index];
    if (pair === undefined) break;
    for (const finding of pair.findings) {
      const path = pathTo(index, holders, steps) + (finding.path ?? "");
      found.push({ path, finding: placed(finding, pair, queue[holders[index] ?? -1]) });
    }
    for (const child of pair.children) {
      if (child.pair.isUnchanged || child.pair.walk === lastWalk) continue;
      child.pair.walk = lastWalk;
      queue.push(child.pair);
      holders.push(index);
      steps.push(child.step);
    }
  }
  return found;
}

function pathTo(index: number, holders: readonly number[], steps: readonly string[]): string {
  let path = "";
  for (let at = index; at > 0; at = holders[at] ?? 0) path = (steps[at] ?? "") + path;
  return path;
}

/** A schema that is true, false or left out is nowhere; what holds it is. */
function placed(
  finding: SchemaFinding,
  pair: SchemaPair,
  holder: SchemaPair | undefined,
): SchemaFinding {
  const place = (view: SchemaView, of: SchemaView | undefined): Spot | undefined =>
    view.reading.parts.length === 0 ? of?.spot() : undefined;
  return {
    ...finding,
    old: finding.old ?? place(pair.old, holder?.old),
    new: finding.new ?? place(pair.new, holder?.new),
  };
}

/** Compares all that a schema holds; where nothing became of any, nobody has to look again. */
function lookAtAll(whole: SchemaPair): void {
  if (whole.isComplete) return;
  const seen = new Set([whole]);
  let isUnchanged = true;
  for (const pair of seen) {
    // What is complete was walked before, with all that it holds.
    if (pair.isComplete) {
      isUnchanged &&= pair.isUnchanged;
      continue;
    }
    pair.look();
    isUnchanged &&= pair.findings.length === 0;
    for (const child of pair.children) seen.add(child.pair);
  }
  for (const pair of seen) {
    pair.isComplete = true;
    pair.isUnchanged ||= isUnchanged;
  }
}

/** Trials in each other, above which it is guessed: documents with alternatives of alternatives in circles make ever more. */
const MOST_TRIALS = 40;

/** Whether there is no break between two schemas. */
export function goTogether(pair: SchemaPair): boolean {
  return isFree(pair, "major", true);
}

/** Whether two schemas mean the same. */
export function isSame(pair: SchemaPair): boolean {
  return isFree(pair, "minor", false);
}

/**
 * Whether nothing of a level or above became of a schema and what it holds. What is found out is kept with the pairs:
 * each of the alternatives in a circle is asked for, and would go round it again.
 */
function isFree(whole: SchemaPair, level: "major" | "minor", guess: boolean): boolean {
  const { judge } = whole;
  const known = whole.isFree[level];
  if (known !== undefined) return known;
  if (judge.trials >= MOST_TRIALS) return guess;
  judge.trials += 1;
  const seen = new Set([whole]);
  const queue = [whole];
  const costly: SchemaPair[] = [];
  let isFound = false;
  let isSettled = true;
  for (let next = 0; !isFound; next += 1) {
    const pair = queue[next] ?? costly.shift();
    if (pair === undefined) break;
    if (next === queue.length) queue.push(pair);
    if (pair.isUnchanged || pair.isFree[level] === true) continue;
    pair.look();
    isFound = pair.isFree[level] === false || pair.findings.some((one) => isAbove(one, level));
    isSettled &&= pair.isSettled;
    for (const { pair: child } of pair.children) {
      if (seen.has(child)) continue;
      seen.add(child);
      // Alternatives are tried against each other: what is told without comes first, and most often is enough.
      (hasForms(child) ? costly : queue).push(child);
    }
  }
  judge.trials -= 1;
  if (isFound) whole.isFree[level] = false;
  else if (isSettled) for (const pair of seen) pair.isFree[level] = true;
  return !isFound;
}

function hasForms({ old, new: now }: SchemaPair): boolean {
  return old.forms.length > 0 || now.forms.length > 0;
}

function isAbove({ rule }: SchemaFinding, level: "major" | "minor"): boolean {
  const found: Level = WIRE_RULES[rule].level;
  return found === "major" || found === level;
}
