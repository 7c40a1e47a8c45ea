import { get, getEntries, getString, type JsonObject } from "../../../load/data.js";
import { show, showAll } from "../show.js";
import type { Context } from "../context.js";
import { wordingOf } from "../wording.js";
import type { WireRule } from "../wire-rules.js";
import { kindOf, readSchemes, type Scheme } from "./security-schemes.js";

type Tell = (rule: WireRule, text: string, key?: string) => void;

/**
 * Compares security schemes, each with that of its name, else with one that takes the same credentials.
 *
 * @param used the names of those that operations ask for, of both documents.
 */
export function compareSchemes(
  context: Context,
  used: { old: ReadonlySet<string>; new: ReadonlySet<string> },
): void {
  const { ledger, schemes } = context;
  const [was, is] = [readSchemes(context.old), readSchemes(context.new)];
  for (const [name, scheme] of is) {
    const before = was.get(schemes.get(name) ?? "");
    const at = { subject: nameOf(scheme), new: { home: scheme.object } };
    if (before) {
      compareScheme(context, before, scheme, used.old.has(before.name));
    } else if (isDefaultHeader(scheme.object)) {
      const text = `is sent with ${show(get(scheme.object, "x-default"))} by default`;
      ledger.add({}, { rule: "default-header-added", text, ...at });
    } else if (!used.new.has(name)) {
      ledger.add(
        {},
        { rule: "security-scheme-added", text: "is new, and nothing asks for it", ...at },
      );
    }
  }
  const kept = new Set(schemes.values());
  const unmatched = [...was.values()].filter(({ name }) => !kept.has(name));
  for (const scheme of unmatched) {
    const at = { subject: nameOf(scheme), old: { home: scheme.object } };
    if (isDefaultHeader(scheme.object)) {
      ledger.add(
        {},
        { rule: "default-header-changed", text: "is no longer sent by default", ...at },
      );
    } else if (!used.old.has(scheme.name)) {
      ledger.add(
        {},
        { rule: "security-scheme-removed", text: "is gone, and nothing asked for it", ...at },
      );
    }
  }
}

function nameOf({ name }: Scheme): string {
  return `the security scheme \`${name}\``;
}

function isDefaultHeader(scheme: JsonObject): boolean {
  return getString(scheme, "x-default") !== undefined;
}

function compareScheme(context: Context, old: Scheme, now: Scheme, isUsed: boolean): void {
  const [was, is] = [old.object, now.object];
  const spot = (home: JsonObject, key: string | undefined) =>
    key !== undefined && Object.hasOwn(home, key) ? { home, key } : { home };
  const tell: Tell = (rule, text, key) =>
    context.ledger.add(
      {},
      { rule, subject: nameOf(now), text, old: spot(was, key), new: spot(is, key) },
    );
  const [before, after] = [kindOf(was), kindOf(is)];
  if (before !== after && isUsed)
    tell("security-scheme-changed", `is ${after} instead of ${before}`);
  if (wordingOf(was) !== wordingOf(is)) tell("wording-changed", "is described in other words");
  if (get(was, "openIdConnectUrl") !== get(is, "openIdConnectUrl")) {
    tell("security-url-changed", "has another openIdConnectUrl", "openIdConnectUrl");
  }
  compareFlows(was, is, tell);
  for (const [mark, rule, what] of MARKS) {
    const [value, next] = [getString(was, mark), getString(is, mark)];
    if (value === next) continue;
    if (value === undefined) tell(`${rule}-added`, `has ${what} now: ${next}`, mark);
    else tell(`${rule}-changed`, `has ${what} ${next ?? "no more"} instead of ${value}`, mark);
  }
  const [wasSecret, isSecret] = [was, is].map((one) => get(one, "x-sensitive"));
  if (wasSecret !== isSecret)
    tell("sensitivity-changed", "is kept out of what is printed, or no longer", "x-sensitive");
}

const MARKS = [
  ["x-env", "environment-variable", "the environment variable"],
  ["x-default", "default-header", "the default"],
  ["x-body-field", "body-field", "the field of the body"],
] as const;

function compareFlows(old: JsonObject, now: JsonObject, tell: Tell): void {
  const [was, is] = [old, now].map((scheme) => new Map(getEntries(scheme, "flows")));
  for (const flow of new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])])) {
    const [before, after] = [was?.get(flow), is?.get(flow)];
    if (before === undefined) tell("security-flow-added", `has the flow ${flow} now`, "flows");
    else if (after === undefined)
      tell("security-flow-removed", `has the flow ${flow} no more`, "flows");
    else compareFlow(flow, before, after, tell);
  }
}

function compareFlow(flow: string, old: unknown, now: unknown, tell: Tell): void {
  for (const key of ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"]) {
    const [was, is] = [get(old, key), get(now, key)];
    if (was !== is)
      tell(
        "security-url-changed",
        `has the ${key} ${show(is)} instead of ${show(was)} in the flow ${flow}`,
        "flows",
      );
  }
  const [was, is] = [old, now].map((one) => getEntries(one, "scopes").map(([scope]) => scope));
  const fresh = (is ?? []).filter((scope) => !was?.includes(scope));
  const gone = (was ?? []).filter((scope) => !is?.includes(scope));
  if (fresh.length > 0)
    tell(
      "security-known-scopes-changed",
      `knows the scope ${showAll(fresh)} in the flow ${flow}`,
      "flows",
    );
  if (gone.length > 0)
    tell(
      "security-known-scopes-changed",
      `no longer knows the scope ${showAll(gone)} in the flow ${flow}`,
      "flows",
    );
}
