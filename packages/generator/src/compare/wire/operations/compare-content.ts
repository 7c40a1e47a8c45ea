import { get, getEntries, getObject, getString, isObject } from "../../../load/data.js";
import { essence, isJson } from "../../../normalise/media-types.js";
import { canonical, show } from "../show.js";
import type { Context } from "../context.js";
import type { Scope } from "../ledger.js";
import type { Direction } from "../rules/schema-rules.js";
import type { Spot } from "../side.js";

interface Media {
  readonly type: string;
  readonly media: unknown;
  readonly spot: Spot;
}

/** How the type of a body became another that goes together with it. */
type Kinship = "same" | "parameters" | "wider" | "narrower";

/**
 * Compares bodies by media type.
 *
 * @param owners what holds the `content`; absent where there is no such body.
 */
export function compareContent(
  context: Context,
  scope: Scope & { readonly direction: Direction },
  owners: { readonly old: unknown; readonly new: unknown },
): void {
  const [was, is] = [mediaOf(owners.old), mediaOf(owners.new)];
  const unmatched = new Set(is);
  const gone: Media[] = [];
  for (const one of was) {
    const other = findSame(one, unmatched);
    if (other === undefined) gone.push(one);
    else {
      unmatched.delete(other);
      compareMedia(context, scope, one, other);
    }
  }
  for (const one of gone) {
    const kin = [...unmatched].find((other) => kinship(one.type, other.type) !== undefined);
    if (kin === undefined) {
      const covering = is.find((other) => kinship(one.type, other.type) === "wider");
      if (covering === undefined || scope.direction === "response")
        tellType(context, scope, "removed", one);
      continue;
    }
    unmatched.delete(kin);
    tellKin(context, scope, one, kin);
    compareMedia(context, scope, one, kin);
  }
  for (const one of unmatched) tellType(context, scope, "added", one);
}

function mediaOf(owner: unknown): Media[] {
  const home = getObject(owner, "content");
  if (home === undefined) return [];
  return Object.entries(home).map(([type, media]) => ({ type, media, spot: { home, key: type } }));
}

function findSame(one: Media, others: Iterable<Media>): Media | undefined {
  const list = [...others];
  return (
    list.find(({ type }) => type === one.type) ??
    list.find(({ type }) => kinship(one.type, type) === "same")
  );
}

function kinship(old: string, now: string): Kinship | undefined {
  const [was, is] = [essence(old), essence(now)];
  if (was !== is) {
    if (isWider(is, was)) return "wider";
    return isWider(was, is) ? "narrower" : undefined;
  }
  const [before, after] = [parametersOf(old), parametersOf(now)];
  const isLess = after.every((one) => before.includes(one));
  const isMore = before.every((one) => after.includes(one));
  if (isLess && isMore) return "same";
  // Readers of JSON and text know charsets; a version or a profile is another thing.
  if ([...before, ...after].every((one) => one.startsWith("charset="))) return "parameters";
  if (isLess) return "wider";
  return isMore ? "narrower" : undefined;
}

function parametersOf(type: string): string[] {
  const [, ...parameters] = type.split(";");
  return parameters.map((one) => one.trim().toLowerCase());
}

/** Ranges, and suffixes (RFC 6839): `application/problem+json` is JSON. */
function isWider(wide: string, narrow: string): boolean {
  const [type, subtype] = wide.split("/");
  const [otherType, otherSubtype = ""] = narrow.split("/");
  if (type === "*") return true;
  return type === otherType && (subtype === "*" || otherSubtype.endsWith(`+${subtype}`));
}

function tellType(
  context: Context,
  scope: Scope & { direction: Direction },
  became: "added" | "removed",
  one: Media,
): void {
  const text =
    became === "added"
      ? `may be of the media type ${one.type}, too`
      : `is no longer of the media type ${one.type}`;
  const spot = became === "added" ? { new: one.spot } : { old: one.spot };
  context.ledger.add(scope, {
    rule: `${scope.direction}-media-type-${became}`,
    subject: "the body",
    text,
    ...spot,
  });
}

function tellKin(
  context: Context,
  scope: Scope & { direction: Direction },
  old: Media,
  now: Media,
): void {
  const kin = kinship(old.type, now.type);
  const finding = {
    subject: "the body",
    text: `is of the media type ${now.type} instead of ${old.type}`,
    old: old.spot,
    new: now.spot,
  };
  const add = (rule: Parameters<typeof context.ledger.add>[1]["rule"]) =>
    context.ledger.add(scope, { rule, ...finding });
  if (kin === "parameters") add("media-type-parameters-changed");
  else if (scope.direction === "response")
    add(kin === "wider" ? "response-media-type-widened" : "response-media-type-narrowed");
  else add(kin === "wider" ? "request-media-type-added" : "request-media-type-removed");
}

function compareMedia(
  context: Context,
  scope: Scope & { direction: Direction },
  old: Media,
  now: Media,
): void {
  const { ledger, judge } = context;
  const way = { direction: scope.direction, isText: !isJson(old.type) };
  for (const key of ["schema", "itemSchema"]) {
    const [was, is] = [get(old.media, key), get(now.media, key)];
    if (was === undefined && is === undefined) continue;
    const whole = key === "schema" ? "the body" : "an item of the body";
    const isNone = [context.old.view(was), context.new.view(is)].map(
      ({ reading }) => reading.isForbidden,
    );
    // Callers who ask for the type get nothing of it any more.
    if (scope.direction === "response" && !isNone[0] && isNone[1]) {
      tellType(context, scope, "removed", old);
      continue;
    }
    ledger.addSchema(scope, whole, judge.compare(was, is, way));
    const [before, after] = [context.old.view(was), context.new.view(is)] as const;
    if (canonical(before.first("default")) === canonical(after.first("default"))) continue;
    const text = `has the default ${show(after.first("default"))} instead of ${show(before.first("default"))}`;
    const at = { old: before.spot("default"), new: after.spot("default") };
    ledger.add(scope, { rule: `${scope.direction}-default-noted`, subject: whole, text, ...at });
  }
  compareEncoding(context, scope, old, now);
  const [before, after] = [old, now].map(({ media }) =>
    canonical([get(media, "x-stream"), getString(media, "x-stream-end")]),
  );
  if (before !== after) {
    const text = `is read ${get(now.media, "x-stream") === false ? "as a whole" : "as a stream"} (x-stream)`;
    ledger.add(scope, {
      rule: "stream-changed",
      subject: "the body",
      text,
      old: old.spot,
      new: now.spot,
    });
  }
}

/** How parts of a form are written; those of properties that came or went are told with them. */
function compareEncoding(
  context: Context,
  scope: Scope & { direction: Direction },
  old: Media,
  now: Media,
): void {
  const [was, is] = [old, now].map(({ media }) => new Map(getEntries(media, "encoding")));
  const views = [
    context.old.view(get(old.media, "schema")),
    context.new.view(get(now.media, "schema")),
  ];
  for (const name of new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])])) {
    if (!views.every(({ properties }) => properties.has(name))) continue;
    const [before, after] = [was?.get(name) ?? {}, is?.get(name) ?? {}];
    if (canonical(before) === canonical(after)) continue;
    context.ledger.add(scope, {
      rule: `${scope.direction}-encoding-changed`,
      subject: `\`${name}\``,
      text: `has the encoding ${show(after)} instead of ${show(before)}`,
      old: isObject(was?.get(name)) ? { home: before } : old.spot,
      new: isObject(is?.get(name)) ? { home: after } : now.spot,
    });
  }
}
