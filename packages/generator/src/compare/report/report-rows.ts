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
  const places = new Map<string, Row[]>();
  const accepted = new Map(
    comparison.accepted.flatMap((entry) => entry.changes.map((change) => [change, entry])),
  );
  for (const change of comparison.changes) {
    const row = asRow(change, accepted.get(change));
    const key = JSON.stringify([change.operation, place(change)]);
    places.set(key, addTo(places.get(key) ?? [], row));
  }
  return sections(shared(places));
}

function asRow(change: Change, accepted: AcceptedEntry | undefined): Row {
  const { level, judge, rule, direction, old, new: now, message, compiler } = change;
  const found = { direction, old, new: now, message, compiler, accepted };
  return { level, judges: [{ judge, level, rule }], ...found };
}

function place({ direction, old, new: now }: Change | Row): unknown {
  return [direction, ...[old, now].map((at) => at && [at.file, at.pointer ?? at.line])];
}

/** A judge that speaks of a place where another one has spoken means the same change, most likely that of its level. */
function addTo(rows: readonly Row[], row: Row): Row[] {
  const [own] = row.judges;
  const others =
    row.old === undefined && row.new === undefined
      ? []
      : rows.filter(({ judges }) => judges.every(({ judge }) => judge !== own?.judge));
  const same = others.find(({ level }) => level === row.level) ?? others[0];
  if (same === undefined) return [...rows, row];
  return rows.map((one) => (one === same ? merge(one, row) : one));
}

/** The sentence is that of the higher level, which it has to explain. */
function merge(first: Row, second: Row): Row {
  return {
    ...(rank(second) > rank(first) ? second : first),
    judges: [...first.judges, ...second.judges],
    compiler: first.compiler ?? second.compiler,
    accepted: first.accepted && second.accepted,
  };
}

/** A schema that many operations share changes once. */
function shared(places: ReadonlyMap<string, readonly Row[]>): Map<string, [Row, string[]]> {
  const rows = new Map<string, [Row, string[]]>();
  for (const [key, found] of places) {
    const [operation] = JSON.parse(key) as [string | null];
    const operations = operation === null ? [] : [operation];
    for (const row of found) {
      const text = JSON.stringify([row.judges, place(row), row.message]);
      const own = operations.length === 0 ? `all ${text}` : text;
      const known = rows.get(own);
      if (known) known[1].push(...operations);
      else rows.set(own, [row, operations]);
    }
  }
  return rows;
}

function sections(rows: ReadonlyMap<string, readonly [Row, readonly string[]]>): Section[] {
  const found = new Map<string, { operations: readonly string[]; rows: Row[] }>();
  for (const [row, operations] of rows.values()) {
    const key = JSON.stringify(operations);
    const section = found.get(key);
    if (section) section.rows.push(row);
    else found.set(key, { operations, rows: [row] });
  }
  const sorted = [...found.values()].map(({ operations, rows: own }) => ({
    operations,
    rows: [...own].sort((a, b) => rank(b) - rank(a)),
  }));
  return sorted.sort((a, b) => rank(b.rows[0]) - rank(a.rows[0]));
}

function rank(row: Row | undefined): number {
  return row === undefined ? -1 : LEVELS.indexOf(row.level);
}
