import { isObject } from "../../../load/data.js";
import { show, showAll } from "../show.js";
import type { SchemaPair } from "./schema-pair.js";
import { isSame } from "./walk-pairs.js";
import type { SchemaView } from "./schema-view.js";

/** Compares what values have to fit besides, or may not. */
export function compareConditions(pair: SchemaPair): void {
  compareExclusions(pair);
  compareIf(pair);
  compareDependentRequired(pair);
  compareMaps(pair, "dependentSchemas", "dependent-schema", (name) => `(with ${name})`);
  compareLeftOver(pair);
}

/** Compares maps of schemas whose members restrict a value each. */
export function compareMaps(
  pair: SchemaPair,
  keyword: string,
  facet: "pattern-property" | "dependent-schema",
  stepTo: (name: string) => string,
): void {
  const [old, now] = [pair.old.members(keyword), pair.new.members(keyword)];
  for (const name of new Set([...now.keys(), ...old.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    const at = { old: was?.spot, new: is?.spot };
    if (was && is) pair.descend(stepTo(name), was.schema, is.schema);
    else if (is)
      pair.tell(`${facet}-added`, `has to fit what ${keyword} says of ${show(name)}`, at);
    else
      pair.tell(
        `${facet}-removed`,
        `no longer has to fit what ${keyword} said of ${show(name)}`,
        at,
      );
  }
}

function compareExclusions(pair: SchemaPair): void {
  const { old, new: now, judge, way } = pair;
  const [was, is] = [old.all("not"), now.all("not")];
  const areSame = (one: unknown, other: unknown) => isSame(judge.compare(one, other, way));
  const gone = was.filter((one) => !is.some((other) => areSame(one, other)));
  const fresh = is.filter((other) => !was.some((one) => areSame(one, other)));
  const keyword = "not";
  if (gone.length > 0 && fresh.length > 0) {
    pair.tell("exclusion-changed", "excludes other values than before (not)", keyword);
  } else if (fresh.length > 0) {
    pair.tell("exclusion-added", "excludes some values (not)", keyword);
  } else if (gone.length > 0) {
    pair.tell("exclusion-removed", "no longer excludes some values (not)", keyword);
  }
}

function compareIf(pair: SchemaPair): void {
  const { old, new: now, judge, way } = pair;
  const [was, is] = [old.first("if"), now.first("if")];
  const hasCondition = [old, now].map(
    (view) =>
      view.first("if") !== undefined && BRANCHES.some((branch) => view.first(branch) !== undefined),
  );
  if (hasCondition[0] && hasCondition[1] && !isSame(judge.compare(was, is, way))) {
    pair.tell("condition-changed", "has to fit something under another condition (if)", "if");
    return;
  }
  for (const branch of BRANCHES) {
    const [before, after] = [
      hasCondition[0] ? old.first(branch) : undefined,
      hasCondition[1] ? now.first(branch) : undefined,
    ];
    if (before === undefined && after !== undefined) {
      pair.tell("condition-added", `has a condition to meet (if, ${branch})`, branch);
    } else if (before !== undefined && after === undefined) {
      pair.tell("condition-removed", `has a condition less to meet (if, ${branch})`, branch);
    } else if (before !== undefined) {
      pair.descend(`(${branch})`, before, after);
    }
  }
}

const BRANCHES = ["then", "else"];

function compareDependentRequired(pair: SchemaPair): void {
  const keyword = "dependentRequired";
  const [old, now] = [namesBy(pair.old, keyword), namesBy(pair.new, keyword)];
  for (const name of new Set([...now.keys(), ...old.keys()])) {
    const [was, is] = [old.get(name) ?? [], now.get(name) ?? []];
    const fresh = is.filter((one) => !was.includes(one));
    const gone = was.filter((one) => !is.includes(one));
    if (fresh.length > 0) {
      pair.tell(
        "dependent-required-added",
        `with ${show(name)} has to have ${showAll(fresh)}, too`,
        keyword,
      );
    }
    if (gone.length > 0) {
      pair.tell(
        "dependent-required-removed",
        `with ${show(name)} no longer has to have ${showAll(gone)}`,
        keyword,
      );
    }
  }
}

function namesBy(view: SchemaView, keyword: string): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, readonly unknown[]>();
  for (const map of view.all(keyword)) {
    for (const [name, list] of isObject(map) ? Object.entries(map) : []) {
      found.set(name, [...(found.get(name) ?? []), ...(Array.isArray(list) ? list : [])]);
    }
  }
  return found;
}

function compareLeftOver(pair: SchemaPair): void {
  for (const keyword of ["unevaluatedProperties", "unevaluatedItems"]) {
    const [was, is] = [pair.old, pair.new].map((view) => {
      const value = view.first(keyword);
      return value === true || (isObject(value) && Object.keys(value).length === 0)
        ? undefined
        : value;
    });
    if (was === undefined && is !== undefined) {
      pair.tell("unevaluated-added", `is restricted in what is left over (${keyword})`, keyword);
    } else if (was !== undefined && is === undefined) {
      pair.tell(
        "unevaluated-removed",
        `is no longer restricted in what is left over (${keyword})`,
        keyword,
      );
    } else if (was !== undefined) {
      pair.descend(".*", was, is);
    }
  }
}
