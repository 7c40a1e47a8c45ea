import { canonical, show, showAll } from "../show.js";
import type { SchemaPair } from "./schema-pair.js";
import type { SchemaView } from "./schema-view.js";

interface Values {
  readonly isConst: boolean;
  readonly list: readonly unknown[];
}

/** Compares the lists of values that a value may be of. */
export function compareValues(pair: SchemaPair): void {
  compareKnown(pair);
  const [old, now] = [valuesOf(pair.old), valuesOf(pair.new)];
  if (old === undefined && now === undefined) return;
  if (old === undefined) {
    const isConst = now?.isConst === true;
    const text = isConst ? "is always" : "has to be one of";
    pair.tell(
      isConst ? "const-added" : "enum-added",
      `${text} ${showAll(now?.list ?? [])}`,
      isConst ? "const" : "enum",
    );
  } else if (now === undefined) {
    const [facet, keyword] = old.isConst
      ? (["const-removed", "const"] as const)
      : (["enum-lifted", "enum"] as const);
    pair.tell(facet, `is no longer restricted to ${showAll(old.list)}`, keyword);
  } else {
    compareLists(pair, old, now);
  }
}

function compareLists(pair: SchemaPair, old: Values, now: Values): void {
  const gone = without(old.list, now.list);
  const fresh = without(now.list, old.list);
  if (old.isConst && now.isConst && gone.length > 0) {
    const text = `is always ${show(now.list[0])} instead of ${show(old.list[0])}`;
    pair.tell("const-changed", text, "const");
    return;
  }
  const keyword = now.isConst ? "const" : "enum";
  if (gone.length > 0)
    pair.tell("enum-value-removed", `may no longer be ${showAll(gone)}`, keyword);
  if (fresh.length > 0) pair.tell("enum-value-added", `may be ${showAll(fresh)}, too`, keyword);
}

/** `x-extensible-enum`: values that are known of a list that may grow. */
function compareKnown(pair: SchemaPair): void {
  const [old, now] = [pair.old, pair.new].map((view) => {
    const list = view.first("x-extensible-enum");
    return Array.isArray(list) ? (list as unknown[]) : undefined;
  });
  if (!old || !now) return;
  const gone = without(old, now);
  const fresh = without(now, old);
  const keyword = "x-extensible-enum";
  if (gone.length > 0)
    pair.tell("known-value-removed", `is no longer known to be ${showAll(gone)}`, keyword);
  if (fresh.length > 0)
    pair.tell("known-value-added", `is known to be ${showAll(fresh)}, too`, keyword);
}

function without(list: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const known = new Set(others.map(canonical));
  return list.filter((value) => !known.has(canonical(value)));
}

/** What all parts agree on. Null is told of apart. */
function valuesOf(view: SchemaView): Values | undefined {
  const { parts, valueUnions } = view.reading;
  const lists: Values[] = parts.flatMap((part) => [
    ...(Array.isArray(part["enum"]) ? [{ isConst: false, list: part["enum"] as unknown[] }] : []),
    ...(Object.hasOwn(part, "const") ? [{ isConst: true, list: [part["const"]] }] : []),
  ]);
  for (const { values } of valueUnions) lists.push({ isConst: false, list: values });
  if (lists.length === 0) return undefined;
  const all = lists.reduce((one, other) => {
    const known = new Set(other.list.map(canonical));
    return {
      isConst: one.isConst || other.isConst,
      list: one.list.filter((value) => known.has(canonical(value))),
    };
  });
  return { isConst: all.isConst, list: all.list.filter((value) => value !== null) };
}
