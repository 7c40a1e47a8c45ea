import { get, getEntries, type JsonObject } from "../../../load/data.js";
import type { FoundOperation } from "../../../load/list-operations.js";
import { isJson } from "../../../normalise/media-types.js";
import { canonical, show } from "../show.js";
import type { Context } from "../context.js";
import { compareDeprecation } from "../deprecation.js";
import type { Finding } from "../ledger.js";
import type { SchemaView } from "../schemas/schema-view.js";
import { wordingOf } from "../wording.js";
import {
  EXPLODED,
  isNeeded,
  nameOf,
  readParameters,
  spreadObjects,
  styleOf,
  type Parameter,
} from "./read-parameters.js";

interface Pair {
  readonly old: Parameter;
  readonly new: Parameter;
}

type Tell = (finding: Omit<Finding, "subject" | "old" | "new"> & { key?: string }) => void;

/** Compares the parameters of an operation, those of its path among them. */
export function compareParameters(
  context: Context,
  operation: string,
  old: FoundOperation,
  now: FoundOperation,
): void {
  const scope = { operation, direction: "request", part: "the request" } as const;
  const [was, is] = spreadObjects(
    { side: context.old, parameters: readParameters(context.old, old) },
    { side: context.new, parameters: readParameters(context.new, now) },
  );
  for (const [key, parameter] of is) {
    const before = was.get(key);
    if (before !== undefined) {
      comparePair(context, operation, { old: before, new: parameter });
      continue;
    }
    const isRequired = isNeeded(parameter);
    context.ledger.add(scope, {
      rule: isRequired ? "required-parameter-added" : "parameter-added",
      subject: nameOf(parameter),
      text: isRequired ? "is new and required" : "is new and optional",
      new: { home: parameter.home },
    });
  }
  for (const [key, parameter] of was) {
    if (is.has(key)) continue;
    context.ledger.add(scope, {
      rule: "parameter-removed",
      subject: nameOf(parameter),
      text: "is no longer taken",
      old: { home: parameter.home },
    });
  }
}

function comparePair(context: Context, operation: string, pair: Pair): void {
  const { ledger, judge } = context;
  const [old, now] = [pair.old.object, pair.new.object];
  const scope = { operation, direction: "request", part: "the request" } as const;
  const subject = nameOf(pair.new);
  const tell: Tell = ({ key, ...finding }) =>
    ledger.add(scope, {
      ...finding,
      subject,
      old: spotOf(pair.old.home, key),
      new: spotOf(pair.new.home, key),
    });
  const [was, is] = [isNeeded(pair.old), isNeeded(pair.new)];
  if (is && !was)
    tell({ rule: "parameter-became-required", text: "became required", key: "required" });
  if (was && !is)
    tell({ rule: "parameter-became-optional", text: "became optional", key: "required" });
  compareDeprecation([old], [now], (became, text) =>
    tell({ rule: `parameter-${became}`, text, key: "deprecated" }),
  );
  if (wordingOf(old) !== wordingOf(now))
    tell({ rule: "wording-changed", text: "is described in other words" });
  const [before, after] = [contentOf(old), contentOf(now)];
  const schemas = [context.old.view(before.schema), context.new.view(after.schema)] as const;
  compareStyle(pair, before.mediaType, after.mediaType, schemas, tell);
  compareEmpty(old, now, tell);
  // Callers who had to send it go on to, and who has to send it leaves nothing to a default.
  compareDefault(schemas, was || is, tell);
  const isText = before.mediaType === undefined || !isJson(before.mediaType);
  ledger.addSchema(
    scope,
    subject,
    judge.compare(before.schema, after.schema, {
      direction: "request",
      isText,
      isParted: isText && styleOf(pair.new, true) !== EXPLODED,
    }),
  );
}

function spotOf(home: object, key: string | undefined) {
  return key !== undefined && Object.hasOwn(home, key) ? { home, key } : { home };
}

function contentOf(parameter: JsonObject): { mediaType: string | undefined; schema: unknown } {
  const [entry] = getEntries(parameter, "content");
  if (entry === undefined) return { mediaType: undefined, schema: get(parameter, "schema") };
  return { mediaType: entry[0].toLowerCase(), schema: get(entry[1], "schema") };
}

function compareStyle(
  pair: Pair,
  before: string | undefined,
  after: string | undefined,
  schemas: readonly [SchemaView, SchemaView],
  tell: Tell,
): void {
  const rule = "parameter-style-changed";
  if (before !== after) {
    const text = `is written as ${after ?? "a plain value"} instead of ${before ?? "a plain value"}`;
    tell({ rule, text, key: "content" });
    return;
  }
  if (before !== undefined) return;
  // A single value is written alike, whatever is said of lists and objects.
  const isComposed = schemas.some(
    ({ tokens, forms }) =>
      forms.length > 0 ||
      tokens?.some(({ type }) => type === "array" || type === "object") !== false,
  );
  const [was, is] = [pair.old, pair.new].map((one) => styleOf(one, isComposed));
  if (was !== is) tell({ rule, text: `has the style ${is} instead of ${was}`, key: "style" });
  const [wasReserved, isReserved] = [pair.old, pair.new].map(
    (one) => get(one.object, "allowReserved") === true,
  );
  if (wasReserved !== isReserved) {
    const text = isReserved
      ? "takes reserved characters as they are"
      : "takes reserved characters encoded";
    tell({ rule: "parameter-reserved-changed", text, key: "allowReserved" });
  }
}

function compareEmpty(old: JsonObject, now: JsonObject, tell: Tell): void {
  const key = "allowEmptyValue";
  const [was, is] = [old, now].map((one) => get(one, key) === true);
  if (was && !is) tell({ rule: "parameter-empty-forbidden", text: "may no longer be empty", key });
  if (is && !was) tell({ rule: "parameter-empty-allowed", text: "may be empty", key });
}

function compareDefault(
  schemas: readonly [SchemaView, SchemaView],
  isMoot: boolean,
  tell: Tell,
): void {
  const [before, after] = schemas.map((view) => view.first("default"));
  if (canonical(before) === canonical(after)) return;
  if (isMoot) {
    tell({
      rule: "request-default-noted",
      text: `has the default ${show(after)} instead of ${show(before)}`,
    });
  } else if (before === undefined) {
    tell({ rule: "parameter-default-added", text: `has a default now: ${show(after)}` });
  } else if (after === undefined) {
    tell({
      rule: "parameter-default-removed",
      text: `has no default any more (it was ${show(before)})`,
    });
  } else {
    tell({
      rule: "parameter-default-changed",
      text: `has the default ${show(after)} instead of ${show(before)}`,
    });
  }
}
