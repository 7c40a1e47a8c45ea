import type { Location } from "../../problem.js";
import { type Change, type Judge, type Level, LEVELS } from "../change.js";
import type { AcceptedEntry, Comparison } from "../comparison.js";

/** What one judge says of a change. */
interface Finding {
  readonly judge: Judge;
  readonly level: Level;
  readonly rule: string;
}

/** A change as people read it: what several judges say of one place is one row, and so is what happens alike to several operations. */
export interface Row {
  /** The highest of what its judges say. */
  readonly level: Level;
  readonly judges: readonly Finding[];
  /** None for what is of all. */
  readonly operations: readonly string[];
  readonly direction: Change["direction"];
  readonly old: Location | undefined;
  readonly new: Location | undefined;
  readonly message: string;
  readonly compiler: string | undefined;
  /** The entry that accepts it. */
  readonly accepted: AcceptedEntry | undefined;
}

/** The rows of an operation, or of several that share them; of none for what is of all. */
export interface Section {
  readonly operations: readonly string[];
  readonly rows: readonly Row[];
}

/** A comparison's changes for people: by operation, the highest level first, else in the order of the document. */
export function reportRows(comparison: Comparison): readonly Section[] {
  const entries = new Map(
    comparison.accepted.flatMap((entry) => entry.changes.map((change) => [change, entry])),
  );
  const places = new Map<string, readonly Row[]>();
  for (const change of comparison.changes) {
    const place = placeOf(change);
    const row = asRow(change, entries.get(change));
    places.set(place, addTo(places.get(place) ?? [], row));
  }
  return sections([...places.values()].flat());
}

function asRow(change: Change, accepted: AcceptedEntry | undefined): Row {
  const { level, judge, rule, operation, direction, old, new: now, message, compiler } = change;
  const operations = operation === undefined ? [] : [operation];
  const judges = [{ judge, level, rule }];
  return { level, judges, operations, direction, old, new: now, message, compiler, accepted };
}

/** What has no place is somewhere else each time, but for what a judge says in the same words. */
function placeOf({ direction, old, new: now, rule, message }: Change): string {
  if (old === undefined && now === undefined) return JSON.stringify([direction, rule, message]);
  return JSON.stringify([direction, ...[old, now].map((at) => at && [at.file, valueAt(at)])]);
}

/** What one judge says of a value, another one may say of the keyword in it. A property can have a keyword's name. */
function valueAt({ pointer, line }: Location): string | number | undefined {
  return pointer?.replace(/(?<!\/properties)\/(type|enum|const|schema|operationId)$/, "") ?? line;
}

/** One row of the same place, more or the same ones. */
function addTo(rows: readonly Row[], row: Row): readonly Row[] {
  const same = rows.find((one) => isRepeated(one, row)) ?? counterpart(rows, row);
  if (same === undefined) return [...rows, row];
  return rows.map((one) => (one === same ? merge(one, row) : one));
}

/** A schema that several operations share changes once. What is of all is not of one. */
function isRepeated(one: Row, row: Row): boolean {
  const [own] = row.judges;
  const isSame = one.judges.some(({ judge, rule }) => judge === own?.judge && rule === own.rule);
  return (
    isSame &&
    one.message === row.message &&
    (one.operations.length === 0) === (row.operations.length === 0)
  );
}

/** What another judge says of the same place is the same change where it comes to the same, or happened in the same way. */
function counterpart(rows: readonly Row[], row: Row): Row | undefined {
  const [own] = row.judges;
  const others = rows.filter(({ judges }) => judges.every(({ judge }) => judge !== own?.judge));
  return (
    others.find(({ level }) => level === row.level) ??
    others.find(({ judges }) => judges.some(({ rule }) => own && wayOf(rule) === wayOf(own.rule)))
  );
}

/** The last word of a rule's name says what happened: `removed`. */
function wayOf(rule: string): string | undefined {
  const way = rule.split("-").at(-1);
  return way === "renamed" ? "changed" : way;
}

/** The sentence is that of the higher level, which it has to explain. */
function merge(first: Row, second: Row): Row {
  const isKnown = ({ judge, rule }: Finding) =>
    first.judges.some((one) => one.judge === judge && one.rule === rule);
  return {
    ...(rank(second) > rank(first) ? second : first),
    judges: [...first.judges, ...second.judges.filter((one) => !isKnown(one))],
    operations: [...new Set([...first.operations, ...second.operations])],
    compiler: first.compiler ?? second.compiler,
    accepted: first.accepted && second.accepted,
  };
}

function sections(rows: readonly Row[]): Section[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.operations);
    const known = found.get(key);
    if (known) known.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()]
    .map((own) => [...own].sort(byRank))
    .sort(([a], [b]) => (a && b ? byRank(a, b) : 0))
    .map((own) => ({ operations: own[0]?.operations ?? [], rows: own }));
}

function byRank(a: Row, b: Row): number {
  return rank(b) - rank(a);
}

function rank({ level }: Row): number {
  return LEVELS.indexOf(level);
}
