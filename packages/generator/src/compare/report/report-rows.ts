import type { Location } from "../../problem.js";
import { type Change, type Level, LEVELS } from "../change.js";
import type { AcceptedEntry, Comparison } from "../comparison.js";
import { nameOperations } from "../name-operations.js";
import { isSameInReport } from "../policy/is-same-in-report.js";

/** A change as people read it: what several judges say of one place is one row, and so is what happens alike to several operations. */
export interface Row {
  /** The highest of what its judges say. */
  readonly level: Level;
  /** What each judge says of it; of what happens alike to several operations, once. */
  readonly changes: readonly Change[];
  /** None for what is of all. */
  readonly operations: readonly string[];
  readonly direction: Change["direction"];
  readonly old: Location | undefined;
  readonly new: Location | undefined;
  /** One sentence; it does not name the operations again, which the section has named. */
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
    const place = keyOfReported(change, places) ?? placeOf(change);
    const row = asRow(change, entries.get(change));
    places.set(place, addTo(places.get(place) ?? [], row));
  }
  return sections([...places.values()].flat());
}

/** A report says in another place what the types of the document have said. */
function keyOfReported(
  change: Change,
  places: ReadonlyMap<string, readonly Row[]>,
): string | undefined {
  if (change.judge !== "api") return undefined;
  return [...places].find(([, rows]) =>
    rows.some((row) => row.changes.some((one) => isSameInReport(change, one))),
  )?.[0];
}

function asRow(change: Change, accepted: AcceptedEntry | undefined): Row {
  const { level, operation, direction, old, new: now, message, compiler } = change;
  const operations = change.operations ?? (operation === undefined ? [] : [operation]);
  const changes = [change];
  return { level, changes, operations, direction, old, new: now, message, compiler, accepted };
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

/** One row of the same place more, or the same rows with the change in one of them. */
function addTo(rows: readonly Row[], row: Row): readonly Row[] {
  const [change] = row.changes;
  if (change === undefined) return rows;
  const same =
    rows.find(({ changes }) => changes.some((one) => isSameInReport(change, one))) ??
    rows.find((one) => isRepeated(one, change)) ??
    counterpart(rows, change);
  if (same === undefined) return [...rows, row];
  return rows.map((one) => (one === same ? merge(one, row) : one));
}

/** A schema that several operations share changes once. What is of all is not of one. */
function isRepeated({ changes, operations }: Row, change: Change): boolean {
  const isOfAll = change.operation === undefined;
  return (
    changes.some((one) => isAlike(one, change) && one.message === change.message) &&
    (operations.length === 0) === isOfAll
  );
}

function isAlike(one: Change, other: Change): boolean {
  return one.judge === other.judge && one.rule === other.rule;
}

/** What another judge says of the same place is the same change where it comes to the same, or happened in the same way. */
function counterpart(rows: readonly Row[], { judge, level, rule }: Change): Row | undefined {
  const others = rows.filter(({ changes }) => changes.every((one) => one.judge !== judge));
  return (
    others.find((one) => one.level === level) ??
    others.find(({ changes }) => changes.some((one) => wayOf(one.rule) === wayOf(rule)))
  );
}

/** The last word of a rule's name says what happened: `removed`. */
function wayOf(rule: string): string | undefined {
  const way = rule.split("-").at(-1);
  return way === "renamed" ? "changed" : way;
}

/** The sentence is that of the higher level, which it has to explain. */
function merge(first: Row, second: Row): Row {
  const further = second.changes.filter(
    (one) => !first.changes.some((other) => isAlike(one, other)),
  );
  return {
    ...(rank(second) > rank(first) ? second : first),
    changes: [...first.changes, ...further],
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
    .map((own) => ({ operations: own[0]?.operations ?? [], rows: own.map(withoutOperations) }));
}

/** `In the request of addPet, …` below the heading `addPet` is `In the request, …`. */
function withoutOperations(row: Row): Row {
  const named = ` of ${nameOperations(row.operations)}, `;
  const [place = "", ...rest] = row.message.split(named);
  const namesThem = row.operations.length > 0 && rest.length > 0 && /^In [\w ]+$/.test(place);
  return namesThem ? { ...row, message: `${place}, ${rest.join(named)}` } : row;
}

function byRank(a: Row, b: Row): number {
  return rank(b) - rank(a);
}

function rank({ level }: Row): number {
  return LEVELS.indexOf(level);
}
