import {
  get,
  getEntries,
  getList,
  getObject,
  getString,
  isObject,
  type JsonObject,
} from "../../../load/data.js";
import type { FoundOperation } from "../../../load/list-operations.js";
import { nameOperation, serverPath } from "../operations/match-operations.js";
import { show, showAll } from "../show.js";
import type { Context } from "../context.js";
import type { Scope } from "../ledger.js";
import type { Spot } from "../side.js";

interface Server {
  readonly url: string;
  /** The name that callers choose it by; `undefined` where it is made from a description. */
  readonly name: string | undefined;
  readonly object: JsonObject;
}

/**
 * Compares the servers of the whole API.
 *
 * @param isRebased whether a part of their path moved to the paths: then it says nothing.
 */
export function compareServers(context: Context, isRebased: boolean): void {
  const [old, now] = [context.old.root, context.new.root];
  compareLists(
    context,
    {},
    { owner: old, list: readServers(old, isRebased) },
    { owner: now, list: readServers(now, isRebased) },
  );
}

/** Compares the servers that an operation or its path has of its own. */
export function compareOwnServers(
  context: Context,
  old: FoundOperation,
  now: FoundOperation,
): void {
  const [was, is] = [old, now].map(({ operation, pathItem }) =>
    [operation, pathItem].find((owner) => getList(owner, "servers").length > 0),
  );
  if (!was && !is) return;
  const before = was ?? context.old.root;
  const after = is ?? context.new.root;
  compareLists(
    context,
    { operation: nameOperation(now) },
    { owner: before, list: readServers(before, false) },
    { owner: after, list: readServers(after, false) },
  );
}

function readServers(owner: JsonObject, isRebased: boolean): Server[] {
  return getList(owner, "servers")
    .filter(isObject)
    .flatMap((object) => {
      const given = getString(object, "url");
      if (given === undefined) return [];
      const whole = given.replace(/\/+$/, "");
      const path = serverPath(given);
      const url = isRebased && path !== "" ? whole.slice(0, whole.length - path.length) : whole;
      return [{ url, name: getString(object, "x-name") ?? getString(object, "name"), object }];
    });
}

interface Servers {
  readonly owner: JsonObject;
  readonly list: readonly Server[];
}

function compareLists(context: Context, scope: Scope, old: Servers, now: Servers): void {
  const { ledger } = context;
  const unmatched = new Set(now.list);
  const whole = ({ owner }: Servers): Spot =>
    Object.hasOwn(owner, "servers") ? { home: owner, key: "servers" } : { home: owner };
  for (const one of old.list) {
    const same = [...unmatched].filter(({ url }) => url === one.url);
    const other = same.find(({ name }) => name === one.name) ?? same[0];
    if (other === undefined) {
      const isNamed = now.list.find(({ name }) => name !== undefined && name === one.name);
      const text = isNamed ? `has the URL ${isNamed.url} now` : "is gone";
      ledger.add(scope, {
        rule: "server-removed",
        subject: nameOf(one),
        text,
        old: { home: one.object },
        new: whole(now),
      });
      continue;
    }
    unmatched.delete(other);
    compareServer(context, scope, one, other);
  }
  for (const one of unmatched) {
    ledger.add(scope, {
      rule: "server-added",
      subject: nameOf(one),
      text: "is new",
      old: whole(old),
      new: { home: one.object },
    });
  }
}

function nameOf({ url }: Server): string {
  return `the server ${url || "/"}`;
}

function compareServer(context: Context, scope: Scope, old: Server, now: Server): void {
  const tell = (
    rule: "server-renamed" | `server-variable-${"changed" | "extended"}` | "wording-changed",
    text: string,
  ) =>
    context.ledger.add(scope, {
      rule,
      subject: nameOf(now),
      text,
      old: { home: old.object },
      new: { home: now.object },
    });
  if (old.name !== now.name)
    tell("server-renamed", `is called ${show(now.name)} instead of ${show(old.name)}`);
  if (getString(old.object, "description") !== getString(now.object, "description")) {
    tell("wording-changed", "is described in other words");
  }
  const [was, is] = [old, now].map(({ object }) => getObject(object, "variables"));
  for (const [name, before] of getEntries(old.object, "variables")) {
    const after = get(is, name);
    if (String(get(before, "default")) !== String(get(after, "default"))) {
      tell(
        "server-variable-changed",
        `has the variable ${name} with the default ${show(get(after, "default"))} instead of ${show(get(before, "default"))}`,
      );
    }
    const [values, next] = [
      getList(before, "enum").map(String),
      getList(after, "enum").map(String),
    ];
    const gone = next.length === 0 ? [] : values.filter((value) => !next.includes(value));
    const isFree = values.length > 0 && next.length === 0;
    const isBound = values.length === 0 && next.length > 0;
    const fresh = values.length === 0 ? [] : next.filter((value) => !values.includes(value));
    if (gone.length > 0)
      tell("server-variable-changed", `no longer takes ${showAll(gone)} for the variable ${name}`);
    if (isBound)
      tell("server-variable-changed", `takes ${showAll(next)} alone for the variable ${name}`);
    if (fresh.length > 0 || isFree)
      tell("server-variable-extended", `takes further values for the variable ${name}`);
  }
  const added = getEntries(now.object, "variables").filter(
    ([name]) => get(was, name) === undefined,
  );
  for (const [name] of added)
    tell("server-variable-changed", `has a variable ${name}, and had none`);
}
