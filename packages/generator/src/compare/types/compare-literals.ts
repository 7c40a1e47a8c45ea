import { assignment, note, type PairContext, ruleOf } from "./pair-context.js";
import type { Probe } from "./probe.js";
import type { SplitType } from "./split-type.js";
import type { Where } from "./where.js";
import { listed } from "./words.js";

/** The values of one kind that a type lets in. */
interface Values {
  readonly known: ReadonlySet<string>;
  /** Whether any goes, beside those. */
  readonly isAny: boolean;
}

/** Compares the strings, numbers and truth values of two types. */
export function compareValues(context: PairContext, old: SplitType, now: SplitType): void {
  const strings = ({ strings: known, anyString: isAny }: SplitType): Values => ({ known, isAny });
  const numbers = ({ numbers: known, anyNumber: isAny }: SplitType): Values => ({ known, isAny });
  const booleans = ({ booleans: known }: SplitType): Values => ({ known, isAny: false });
  compareKind(context, strings(old), strings(now), "text");
  compareKind(context, numbers(old), numbers(now), "number");
  compareKind(context, booleans(old), booleans(now), "truth value");
}

function compareKind(context: PairContext, old: Values, now: Values, kind: string): void {
  const has = ({ known, isAny }: Values): boolean => isAny || known.size > 0;
  // One that has no such values at all is another type, and told as that.
  if (!has(old) || !has(now) || old.known.size + now.known.size === 0) return;
  const { direction, places } = context;
  const where: Where = {
    ...context.where,
    old: { ...context.where.old, place: places.old.values(context.where.old.place) },
    now: { ...context.where.now, place: places.now.values(context.where.now.place) },
  };
  if (old.isAny !== now.isAny) return noteOpening(context, where, now, kind);
  const added = [...now.known].filter((value) => !old.known.has(value));
  const gone = [...old.known].filter((value) => !now.known.has(value));
  const isClosed = direction === "response" && !now.isAny;
  if (added.length > 0) {
    const rule = isClosed ? "response-closed-value-added" : ruleOf(direction, "value-added");
    note(context, where, rule, `may be ${listed(added)}, too`, [assignment(direction, where)]);
  }
  if (gone.length > 0) {
    const rule = isClosed ? "response-closed-value-removed" : ruleOf(direction, "value-removed");
    note(context, where, rule, `can no longer be ${listed(gone)}`, [
      ...gone.slice(0, 1).map((literal) => comparison(context, literal)),
      assignment(direction, where),
    ]);
  }
}

function noteOpening(context: PairContext, where: Where, now: Values, kind: string): void {
  const { direction } = context;
  const probes = [assignment(direction, where)];
  if (now.isAny) {
    return note(context, where, ruleOf(direction, "type-widened"), `may be any ${kind}`, probes);
  }
  const text = `is nothing but ${listed([...now.known])}`;
  if (direction === "request") return note(context, where, "request-type-narrowed", text, probes);
  const another = kind === "number" ? "-7.25" : JSON.stringify("another value");
  note(context, where, "response-values-closed", text, [comparison(context, another), ...probes]);
}

/** Callers ask whether what they get is a value, and send it. */
function comparison({ direction, where }: PairContext, literal: string): Probe {
  const of = where.now.access;
  return direction === "request"
    ? { kind: "literal", of, literal }
    : { kind: "compare", of, literal };
}
