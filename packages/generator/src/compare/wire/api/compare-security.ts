import { get, getList, isObject, type JsonObject } from "../../../load/data.js";
import type { FoundOperation } from "../../../load/list-operations.js";
import { showAll } from "../show.js";
import type { Context } from "../context.js";
import type { Scope } from "../ledger.js";
import { nameOperation } from "../operations/match-operations.js";
import type { Side, Spot } from "../side.js";

/** Credentials that do together: scopes by the scheme's name in the old document, else in the new one. */
type Alternative = ReadonlyMap<
  string,
  { readonly name: string; readonly scopes: readonly string[] }
>;

interface Security {
  readonly alternatives: readonly Alternative[];
  readonly spot: Spot;
}

/** Compares what credentials an operation asks for. */
export function compareSecurity(context: Context, old: FoundOperation, now: FoundOperation): void {
  const was = readSecurity(context.old, old.operation, (name) => name);
  const is = readSecurity(context.new, now.operation, (name) => context.schemes.get(name) ?? name);
  const scope = {
    operation: nameOperation(now),
    direction: "request",
    part: "the request",
  } as const;
  const at = { old: was.spot, new: is.spot };
  const tell = tellTo(context, scope, at);
  const wasOpen = was.alternatives.every(({ size }) => size === 0);
  const isOpen = is.alternatives.every(({ size }) => size === 0);
  if (wasOpen && isOpen) return;
  if (wasOpen && !hasNone(is)) {
    tell("security-added", `are needed: ${nameAll(is)}`);
  } else if (isOpen) {
    tell("security-removed", `are no longer needed: ${nameAll(was)}`);
  } else {
    compareAlternatives(was, is, tell);
  }
}

type Tell = ReturnType<typeof tellTo>;

function tellTo({ ledger }: Context, scope: Scope, at: { old: Spot; new: Spot }) {
  return (
    rule:
      | "security-added"
      | "security-removed"
      | `security-choice-${"added" | "removed"}`
      | `security-scope-${"added" | "removed"}`,
    text: string,
  ) => ledger.add(scope, { rule, subject: "credentials", text, ...at });
}

function compareAlternatives(was: Security, is: Security, tell: Tell): void {
  const kept = new Set<Alternative>();
  for (const one of was.alternatives) {
    const same = is.alternatives.find((other) => other.size === one.size && isWithin(other, one));
    if (same) {
      kept.add(same);
      compareScopes(one, same, tell);
      continue;
    }
    // Who sends more than is asked for is served.
    const less = is.alternatives.find(
      (other) => isWithin(other, one) && areScopesWithin(other, one),
    );
    if (!less) tell("security-choice-removed", `are no longer taken: ${nameOf(one)}`);
  }
  for (const one of is.alternatives) {
    if (!kept.has(one)) tell("security-choice-added", `may be others: ${nameOf(one)}`);
  }
}

function isWithin(few: Alternative, many: Alternative): boolean {
  return [...few.keys()].every((key) => many.has(key));
}

function areScopesWithin(few: Alternative, many: Alternative): boolean {
  return [...few].every(([key, { scopes }]) =>
    scopes.every((scope) => many.get(key)?.scopes.includes(scope)),
  );
}

function compareScopes(old: Alternative, now: Alternative, tell: Tell): void {
  for (const [key, { name, scopes }] of now) {
    const before = old.get(key)?.scopes ?? [];
    const fresh = scopes.filter((scope) => !before.includes(scope));
    const gone = before.filter((scope) => !scopes.includes(scope));
    if (fresh.length > 0)
      tell("security-scope-added", `(${name}) need the scope ${showAll(fresh)}`);
    if (gone.length > 0)
      tell("security-scope-removed", `(${name}) no longer need the scope ${showAll(gone)}`);
  }
}

function readSecurity(
  side: Side,
  operation: JsonObject,
  keyOf: (name: string) => string,
): Security {
  const owner = Array.isArray(get(operation, "security")) ? operation : side.root;
  const alternatives = getList(owner, "security")
    .filter(isObject)
    .map(
      (one) =>
        new Map(
          Object.entries(one).map(([name, scopes]) => [
            keyOf(name),
            {
              name,
              scopes: Array.isArray(scopes)
                ? scopes.filter((scope) => typeof scope === "string")
                : [],
            },
          ]),
        ),
    );
  // Where the document says nothing it is said of all operations at once.
  const spot = Object.hasOwn(owner, "security")
    ? { home: owner, key: "security" }
    : { home: owner };
  return { alternatives, spot };
}

function hasNone({ alternatives }: Security): boolean {
  return alternatives.length === 0 || alternatives.some(({ size }) => size === 0);
}

function nameOf(alternative: Alternative): string {
  return [...alternative.values()].map(({ name }) => name).join(" with ") || "none";
}

function nameAll({ alternatives }: Security): string {
  return alternatives.map(nameOf).join(", or ");
}

/** Names of the schemes that some operation asks for. */
export function usedSchemes(side: Side, operations: readonly JsonObject[]): ReadonlySet<string> {
  const owners = [side.root, ...operations];
  return new Set(
    owners.flatMap((owner) =>
      getList(owner, "security").flatMap((one) => (isObject(one) ? Object.keys(one) : [])),
    ),
  );
}
