import { get, getEntries, getObject, type JsonObject } from "../../../load/data.js";
import { isJson } from "../../../normalise/media-types.js";
import type { Context } from "../context.js";
import type { Scope } from "../ledger.js";
import type { Side, Spot } from "../side.js";
import { wordingOf } from "../wording.js";

interface Header {
  readonly name: string;
  readonly object: JsonObject;
  readonly spot: Spot;
}

/** Compares the headers of a response. */
export function compareHeaders(
  context: Context,
  scope: Scope,
  old: JsonObject,
  now: JsonObject,
): void {
  const { ledger } = context;
  const [was, is] = [readHeaders(context.old, old), readHeaders(context.new, now)];
  for (const [key, header] of is) {
    const before = was.get(key);
    if (before) comparePair(context, scope, before, header);
    else
      ledger.add(scope, {
        rule: "response-header-added",
        subject: nameOf(header),
        text: "is new",
        new: header.spot,
      });
  }
  for (const [key, header] of was) {
    if (is.has(key)) continue;
    const isRequired = get(header.object, "required") === true;
    ledger.add(scope, {
      rule: isRequired ? "response-required-header-removed" : "response-header-removed",
      subject: nameOf(header),
      text: isRequired ? "is gone and was always there" : "is gone",
      old: header.spot,
    });
  }
}

function nameOf({ name }: Header): string {
  return `the header \`${name}\``;
}

function readHeaders(side: Side, response: JsonObject): Map<string, Header> {
  const home = getObject(response, "headers");
  const found = new Map<string, Header>();
  for (const [name, given] of getEntries(response, "headers")) {
    const object = side.object(given);
    const key = name.toLowerCase();
    // OpenAPI 3.1, 4.8.17: what is said of Content-Type here is ignored.
    if (home && object && key !== "content-type")
      found.set(key, { name, object, spot: { home, key: name } });
  }
  return found;
}

function comparePair(context: Context, scope: Scope, old: Header, now: Header): void {
  const { ledger, judge } = context;
  const subject = nameOf(now);
  const at = { old: { home: old.object }, new: { home: now.object } };
  const [was, is] = [old, now].map(({ object }) => get(object, "required") === true);
  if (was && !is)
    ledger.add(scope, {
      rule: "response-header-became-optional",
      subject,
      text: "became optional",
      ...at,
    });
  if (is && !was)
    ledger.add(scope, {
      rule: "response-header-became-required",
      subject,
      text: "became required",
      ...at,
    });
  const [wasId, isId] = [old, now].map(({ object }) => get(object, "x-request-id") === true);
  if (wasId !== isId) {
    const text = `${isId ? "holds" : "no longer holds"} the id of the request (x-request-id)`;
    ledger.add(scope, { rule: "request-id-changed", subject, text, ...at });
  }
  if (wordingOf(old.object) !== wordingOf(now.object)) {
    ledger.add(scope, {
      rule: "wording-changed",
      subject,
      text: "is described in other words",
      ...at,
    });
  }
  const [before, after] = [contentOf(old.object), contentOf(now.object)];
  const isText = before.mediaType === undefined || !isJson(before.mediaType);
  const way = { direction: "response", isText } as const;
  ledger.addSchema(scope, subject, judge.compare(before.schema, after.schema, way));
}

function contentOf(header: JsonObject): { mediaType: string | undefined; schema: unknown } {
  const [entry] = getEntries(header, "content");
  if (entry === undefined) return { mediaType: undefined, schema: get(header, "schema") };
  return { mediaType: entry[0], schema: get(entry[1], "schema") };
}
