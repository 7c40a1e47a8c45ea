import { componentReference } from "../../../load/component-reference.js";
import type { Side } from "../side.js";
import { markOf, type Alternative, type Union } from "./read-union.js";
import type { SchemaPair } from "./schema-pair.js";
import { goTogether, isSame } from "./walk-pairs.js";
import type { SchemaView } from "./schema-view.js";

/** Above this many pairs alternatives without a name are not tried against each other. */
const MOST_TRIALS = 400;

interface Form {
  readonly view: SchemaView;
  readonly alternative: Alternative;
}

/** Compares schemas of which one at least has alternatives, each together with all else that the schema says. */
export function compareForms(pair: SchemaPair): void {
  const { old, new: now } = pair;
  if (old.forms.length === 0) splitForm(pair);
  else if (now.forms.length === 0) joinForms(pair);
  else matchForms(pair);
}

function splitForm(pair: SchemaPair): void {
  const { old, new: now, judge, way } = pair;
  const forms = formsOf(now);
  const kept = findListed(old, judge.old, forms);
  if (kept) {
    pair.adopt("", judge.compareViews(old, kept.view, way));
    for (const form of forms) if (form !== kept) tellForm(pair, "form-added", form);
    return;
  }
  const keyword = now.reading.unions[0]?.keyword;
  const trials = now.forms.map((form) => judge.compareViews(old, form, way));
  const fitting = trials.filter((trial) => goTogether(trial)).length;
  // A value that fits two alternatives of a oneOf is refused.
  const isKept =
    way.direction === "request"
      ? fitting > 0 && (fitting === 1 || keyword === "anyOf" || isTold(now))
      : fitting === trials.length;
  const text = `is one of ${trials.length} forms (${keyword}) now`;
  pair.tell(isKept ? "forms-split" : "forms-introduced", text, keyword);
}

function isTold(view: SchemaView): boolean {
  return view.first("discriminator") !== undefined;
}

function joinForms(pair: SchemaPair): void {
  const { old, new: now, judge, way } = pair;
  const forms = formsOf(old);
  const kept = findListed(now, judge.new, forms);
  if (kept) {
    pair.adopt("", judge.compareViews(kept.view, now, way));
    for (const form of forms) if (form !== kept) tellForm(pair, "form-removed", form);
    return;
  }
  const keyword = old.reading.unions[0]?.keyword;
  const trials = old.forms.map((form) => judge.compareViews(form, now, way));
  const fitting = trials.filter((trial) => goTogether(trial)).length;
  const isKept = way.direction === "request" ? fitting === trials.length : fitting > 0;
  const text = `is of a single form instead of one of ${trials.length} (${keyword})`;
  pair.tell(isKept ? "forms-merged" : "forms-joined", text, keyword);
}

/**
 * Of several alternatives the component that the other side lists alone (`oneOf: [Cat]`). Those with a name are told apart
 * by it, however many there are and whatever else fits them.
 */
function findListed(single: SchemaView, side: Side, forms: readonly Form[]): Form | undefined {
  const { parts } = single.reading;
  const isList = parts.some((part) => [part["oneOf"], part["anyOf"]].some(Array.isArray));
  if (!isList) return undefined;
  return forms.find(({ alternative: { name } }) => {
    const component =
      name === undefined ? undefined : side.object({ $ref: componentReference(name) });
    return component !== undefined && parts.includes(component);
  });
}

function matchForms(pair: SchemaPair): void {
  const { judge, way } = pair;
  const was = formsOf(pair.old);
  const is = formsOf(pair.new);
  const marks = new Map<Form, string | undefined>([
    ...was.map((one) => [one, markOf(judge.old, one.alternative)] as const),
    ...is.map((one) => [one, markOf(judge.new, one.alternative)] as const),
  ]);
  const matched = new Map<Form, Form>();
  const match = (fits: (one: Form, other: Form) => boolean) => {
    for (const one of was) {
      if (matched.has(one)) continue;
      const taken = new Set(matched.values());
      const other = is.find((each) => !taken.has(each) && fits(one, each));
      if (other) matched.set(one, other);
    }
  };
  const trial = (one: Form, other: Form) => judge.compareViews(one.view, other.view, way);
  match(
    (one, other) =>
      one.alternative.name !== undefined && one.alternative.name === other.alternative.name,
  );
  match((one, other) => marks.get(one) !== undefined && marks.get(one) === marks.get(other));
  if (was.length - matched.size === 1 && is.length - matched.size === 1) match(areAlike);
  if ((was.length - matched.size) * (is.length - matched.size) <= MOST_TRIALS) {
    match((one, other) => isSame(trial(one, other)));
    match((one, other) => areAlike(one, other) && goTogether(trial(one, other)));
    match(areAlike);
  }
  for (const [one, other] of matched) pair.adopt("", trial(one, other));
  const kept = new Set(matched.values());
  for (const form of is) if (!kept.has(form)) tellForm(pair, "form-added", form);
  for (const form of was) if (!matched.has(form)) tellForm(pair, "form-removed", form);
}

function tellForm(pair: SchemaPair, facet: "form-added" | "form-removed", form: Form): void {
  const { name, home, key } = form.alternative;
  const which = name ?? `number ${key + 1}`;
  const spot = { home, key };
  if (facet === "form-added")
    pair.tell(facet, `may have a further form: ${which}`, { old: pair.old.spot(), new: spot });
  else pair.tell(facet, `no longer has the form ${which}`, { old: spot, new: pair.new.spot() });
}

function formsOf(view: SchemaView): Form[] {
  const union: Union | undefined = view.reading.unions[0];
  return (union?.members ?? []).flatMap((alternative, index) => {
    const form = view.forms[index];
    return form ? [{ view: form, alternative }] : [];
  });
}

/** Whether two alternatives without a name are the same one, changed: of the same type, and of properties most of which both have. */
function areAlike({ view: one }: Form, { view: other }: Form): boolean {
  const [was, is] = [one, other].map(({ tokens }) =>
    (tokens ?? [])
      .map(({ type }) => type)
      .sort()
      .join(),
  );
  if (was !== is) return false;
  const names = [...one.properties.keys()];
  const shared = names.filter((name) => other.properties.has(name)).length;
  return shared * 2 >= Math.max(names.length, other.properties.size);
}
