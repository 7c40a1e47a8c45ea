import { isObject } from "../../../load/data.js";
import { canonical, show } from "../show.js";
import type { Side } from "../side.js";
import { compareMaps } from "./compare-conditions.js";
import { isMeant } from "./compare-limits.js";
import type { SchemaFinding, SchemaPair } from "./schema-pair.js";
import type { PropertyView, SchemaView } from "./schema-view.js";

/** Compares what is said of objects. */
export function compareObjects(pair: SchemaPair): void {
  if (![pair.old, pair.new].every((view) => isMeant(pair, view, ["object"]))) return;
  const names = new Set([...pair.new.properties.keys(), ...pair.old.properties.keys()]);
  for (const name of names) compareProperty(pair, name);
  compareUndescribed(pair);
  compareFurther(pair);
  compareMaps(pair, "patternProperties", "pattern-property", (name) => `.{${name}}`);
  compareNames(pair);
}

/** The step to a property in a path: `.name`, in quotes where it is no word. */
function stepTo(name: string): string {
  return /^[\w$-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function compareProperty(pair: SchemaPair, name: string): void {
  const { direction } = pair.way;
  // What is read only is in no request, what is write only in no response.
  const hidden = direction === "request" ? "readOnly" : "writeOnly";
  const was = presentOf(pair.judge.old, pair.old, name);
  const is = presentOf(pair.judge.new, pair.new, name);
  const wasHidden = was !== undefined && isMarked(pair.judge.old.view(was.schema), hidden);
  const isHidden = is !== undefined && isMarked(pair.judge.new.view(is.schema), hidden);
  const at = { old: was?.spot, new: is?.spot, path: stepTo(name) };
  const isRequired = pair.new.required.has(name);
  if (was && is && (pair.way.isEcho || (direction === "request" && wasHidden && isHidden))) {
    pair.descend(stepTo(name), was.schema, is.schema, { ...pair.way, isEcho: true });
  } else if (pair.way.isEcho) {
    return;
  } else if (was === undefined || wasHidden) {
    if (is === undefined || isHidden) return;
    if (was !== undefined) tellShown(pair, at, isRequired);
    else tellAdded(pair, name, at, isRequired);
  } else if (is === undefined) {
    tellRemoved(pair, name, at);
  } else if (isHidden) {
    const [rule, text] =
      direction === "request"
        ? ([
            "request-property-became-read-only",
            "is no longer meant to be sent (readOnly)",
          ] as const)
        : ([
            "response-property-became-write-only",
            "is said never to be there (writeOnly)",
          ] as const);
    pair.tellRule(rule, text, at);
  } else {
    compareRequired(pair, name, at);
    compareDefault(pair, name, was, is);
    pair.descend(stepTo(name), was.schema, is.schema);
  }
}

/** A property; one that takes no value is never there. */
function presentOf(side: Side, view: SchemaView, name: string): PropertyView | undefined {
  const property = view.properties.get(name);
  const isForbidden = property && side.view(property.schema).reading.isForbidden;
  return isForbidden ? undefined : property;
}

function isMarked(view: SchemaView, mark: string): boolean {
  return view.all(mark).includes(true);
}

function tellShown(pair: SchemaPair, at: Partial<SchemaFinding>, isRequired: boolean): void {
  if (pair.way.direction === "response") {
    pair.tellRule("response-property-no-longer-write-only", "is there and was writeOnly", at);
  } else if (isRequired) {
    pair.tellRule("request-required-property-added", "has to be sent and was readOnly", at);
  } else {
    pair.tellRule("request-property-no-longer-read-only", "may be sent and was readOnly", at);
  }
}

function tellAdded(
  pair: SchemaPair,
  name: string,
  at: Partial<SchemaFinding>,
  isRequired: boolean,
): void {
  if (pair.way.direction === "response") {
    pair.tellRule("response-property-added", "is new", at);
  } else if (isRequired && !pair.old.required.has(name)) {
    pair.tellRule("request-required-property-added", "is new and required", at);
  } else {
    pair.tellRule("request-property-added", "is new and optional", at);
  }
}

function tellRemoved(pair: SchemaPair, name: string, at: Partial<SchemaFinding>): void {
  if (pair.way.direction === "request") {
    pair.tellRule("request-property-removed", "is no longer taken", at);
  } else if (pair.old.required.has(name)) {
    pair.tellRule("response-required-property-removed", "is gone and was always there", at);
  } else {
    pair.tellRule("response-property-removed", "is gone", at);
  }
}

function compareRequired(pair: SchemaPair, name: string, at: Partial<SchemaFinding>): void {
  const [was, is] = [pair.old.required.has(name), pair.new.required.has(name)];
  if (was === is) return;
  const { direction } = pair.way;
  if (is) pair.tellRule(`${direction}-property-became-required`, "became required", at);
  else pair.tellRule(`${direction}-property-became-optional`, "became optional", at);
}

function compareDefault(pair: SchemaPair, name: string, was: PropertyView, is: PropertyView): void {
  const { judge, way } = pair;
  const views = [judge.old.view(was.schema), judge.new.view(is.schema)] as const;
  const [before, after] = views.map((view) => view.first("default"));
  if (canonical(before) === canonical(after)) return;
  const at = { old: views[0].spot("default"), new: views[1].spot("default"), path: stepTo(name) };
  const text = `has the default ${show(after)} instead of ${show(before)}`;
  // Callers who had to send it go on to, and who has to send it leaves nothing to a default.
  const isMoot = pair.old.required.has(name) || pair.new.required.has(name);
  if (way.direction === "response" || isMoot)
    pair.tellRule(`${way.direction}-default-noted`, text, at);
  else if (before === undefined)
    pair.tellRule("request-default-added", `has a default now: ${show(after)}`, at);
  else if (after === undefined) {
    pair.tellRule(
      "request-default-removed",
      `has no default any more (it was ${show(before)})`,
      at,
    );
  } else pair.tellRule("request-default-changed", text, at);
}

/** What is required and described nowhere. */
function compareUndescribed(pair: SchemaPair): void {
  if (pair.way.isEcho) return;
  for (const name of pair.new.required) {
    const isDescribed = pair.old.properties.has(name) || pair.new.properties.has(name);
    if (isDescribed || pair.old.required.has(name)) continue;
    const rule = `${pair.way.direction}-unknown-property-required` as const;
    pair.tellRule(rule, "is required and described nowhere", {
      ...pair.at("required"),
      path: stepTo(name),
    });
  }
}

/** `additionalProperties`: everything where nothing is said. */
function compareFurther(pair: SchemaPair): void {
  const keyword = "additionalProperties";
  const [was, is] = [pair.old, pair.new].map((view) => {
    const merged = view.merged(keyword);
    return merged === true || (isObject(merged) && Object.keys(merged).length === 0)
      ? undefined
      : merged;
  });
  if (was === undefined && is === undefined) return;
  if (is === false) {
    if (was !== false) pair.tell("properties-closed", "takes no further properties", keyword);
  } else if (was === false) {
    pair.tell("properties-opened", "takes further properties", keyword);
    if (is !== undefined) return;
  } else if (was === undefined) {
    pair.tell(
      "further-properties-restricted",
      "takes further properties of a certain schema alone",
      keyword,
    );
  } else if (is === undefined) {
    pair.tell("further-properties-freed", "takes further properties of any schema", keyword);
  } else {
    pair.descend(".*", was, is);
  }
}

function compareNames(pair: SchemaPair): void {
  const keyword = "propertyNames";
  const [was, is] = [pair.old.merged(keyword), pair.new.merged(keyword)];
  if (was === undefined && is !== undefined) {
    pair.tell("property-names-added", "has properties of certain names alone", keyword);
  } else if (was !== undefined && is === undefined) {
    pair.tell("property-names-removed", "has properties of any name", keyword);
  } else if (was !== undefined) {
    pair.descend("(names)", was, is);
  }
}
