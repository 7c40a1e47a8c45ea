import { show } from "../show.js";
import type { SchemaPair } from "./schema-pair.js";
import type { SchemaView } from "./schema-view.js";

type Kind = "lower" | "upper";

/** Limits of values, and the types that they are of. */
const LIMITS: readonly (readonly [keyword: string, kind: Kind, types: readonly string[]])[] = [
  ["minimum", "lower", ["number", "integer"]],
  ["maximum", "upper", ["number", "integer"]],
  ["minLength", "lower", ["string"]],
  ["maxLength", "upper", ["string"]],
  ["minItems", "lower", ["array"]],
  ["maxItems", "upper", ["array"]],
  ["minProperties", "lower", ["object"]],
  ["maxProperties", "upper", ["object"]],
  ["minContains", "lower", ["array"]],
  ["maxContains", "upper", ["array"]],
];

interface Limit {
  readonly value: number;
  /** Whether the value itself is outside. */
  readonly isExclusive: boolean;
  readonly keyword: string;
}

/** Compares limits of numbers, and of lengths and counts. */
export function compareLimits(pair: SchemaPair): void {
  const hasContains = [pair.old, pair.new].every((view) => view.first("contains") !== undefined);
  for (const [keyword, kind, types] of LIMITS) {
    // How many items have to be of a schema says nothing without it.
    if (keyword.endsWith("Contains") && !hasContains) continue;
    const [old, now] = [pair.old, pair.new].map((view) =>
      isMeant(pair, view, types) ? limitOf(view, keyword, kind) : undefined,
    );
    compareLimit(pair, kind, old, now);
  }
  compareUnique(pair);
  compareStep(pair);
}

function compareLimit(pair: SchemaPair, kind: Kind, old?: Limit, now?: Limit): void {
  if (old === undefined && now === undefined) return;
  const at = {
    old: pair.old.spot(old?.keyword ?? now?.keyword),
    new: pair.new.spot(now?.keyword ?? old?.keyword),
  };
  if (now === undefined) {
    pair.tell("limit-removed", `has no ${old?.keyword} any more (it was ${old?.value})`, at);
  } else if (old === undefined) {
    pair.tell("limit-added", `has ${now.keyword} ${now.value}, and had none`, at);
  } else {
    const difference = compareTightness(kind, old, now);
    if (difference === 0) return;
    const was = old.keyword === now.keyword ? String(old.value) : `${old.keyword} ${old.value}`;
    const text = `has ${now.keyword} ${now.value} instead of ${was}`;
    pair.tell(difference > 0 ? "limit-tightened" : "limit-loosened", text, at);
  }
}

/** Above zero if the new limit is tighter, below if the old one is. */
function compareTightness(kind: Kind, old: Limit, now: Limit): number {
  const further = kind === "lower" ? now.value - old.value : old.value - now.value;
  return further === 0 ? Number(now.isExclusive) - Number(old.isExclusive) : further;
}

function limitOf(view: SchemaView, keyword: string, kind: Kind): Limit | undefined {
  const isNumeric = keyword === "minimum" || keyword === "maximum";
  const found: Limit[] = [];
  for (const part of view.reading.parts) {
    const value = part[keyword];
    const exclusiveKeyword = keyword === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
    const exclusive = isNumeric ? part[exclusiveKeyword] : undefined;
    if (typeof value === "number") {
      // OpenAPI 3.0 says it with a mark beside the limit, 3.1 with a limit of its own.
      const isExclusive = exclusive === true;
      found.push({ value, isExclusive, keyword: isExclusive ? exclusiveKeyword : keyword });
    }
    if (typeof exclusive === "number") {
      found.push({ value: exclusive, isExclusive: true, keyword: exclusiveKeyword });
    }
  }
  const usual = usualLimit(view, keyword);
  const [first, ...others] = found.map((limit) => ofIntegers(view, kind, limit));
  if (first === undefined) return usual;
  const tightest = others.reduce(
    (one, other) => (compareTightness(kind, one, other) > 0 ? other : one),
    first,
  );
  const saysNothing =
    kind === "lower" && !isNumeric && keyword !== "minContains" && tightest.value <= 0;
  return saysNothing ? undefined : tightest;
}

/** A list with `contains` and nothing else has to hold one such item. */
function usualLimit(view: SchemaView, keyword: string): Limit | undefined {
  const isMeant = keyword === "minContains" && view.first("contains") !== undefined;
  return isMeant ? { value: 1, isExclusive: false, keyword } : undefined;
}

/** More than 0 and at least 1 is the same of integers. */
function ofIntegers(view: SchemaView, kind: Kind, limit: Limit): Limit {
  const isInteger = view.tokens?.every(({ type }) => type === "integer");
  if (!isInteger || !limit.isExclusive || !Number.isInteger(limit.value)) return limit;
  return { ...limit, value: limit.value + (kind === "lower" ? 1 : -1), isExclusive: false };
}

function compareUnique(pair: SchemaPair): void {
  const [was, is] = [pair.old, pair.new].map(
    (view) => isMeant(pair, view, ["array"]) && view.all("uniqueItems").includes(true),
  );
  if (is && !was)
    pair.tell("limit-added", "takes each item once alone (uniqueItems)", "uniqueItems");
  if (was && !is)
    pair.tell("limit-removed", "takes an item more than once (uniqueItems)", "uniqueItems");
}

function compareStep(pair: SchemaPair): void {
  const keyword = "multipleOf";
  const [old, now] = [pair.old, pair.new].map((view) => {
    const value = isMeant(pair, view, ["number", "integer"]) ? view.first(keyword) : undefined;
    const isUsual = value === 1 && view.tokens?.every(({ type }) => type === "integer");
    return typeof value === "number" && value > 0 && !isUsual ? value : undefined;
  });
  if (old === now) return;
  if (now === undefined)
    pair.tell("limit-removed", `is no longer a multiple of ${show(old)}`, keyword);
  else if (old === undefined) pair.tell("limit-added", `has to be a multiple of ${now}`, keyword);
  else {
    const text = `is a multiple of ${now} instead of ${old}`;
    if (isMultiple(now, old)) pair.tell("limit-tightened", text, keyword);
    else if (isMultiple(old, now)) pair.tell("limit-loosened", text, keyword);
    else pair.tell("step-changed", text, keyword);
  }
}

/** Steps are money as often as not: 0.1 is a multiple of 0.01. */
function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) < 1e-9;
}

/**
 * Whether a keyword says something of a value, as far as its types tell. Where the types are as they were it counts in
 * any case: a document that gives a number a maxLength has a server that looks at it.
 */
export function isMeant(pair: SchemaPair, view: SchemaView, types: readonly string[]): boolean {
  const [was, is] = [pair.old, pair.new].map(({ tokens }) =>
    (tokens ?? []).map(({ type }) => type),
  );
  if (was?.join() === is?.join()) return true;
  return view.tokens?.some(({ type }) => types.includes(type)) ?? true;
}
