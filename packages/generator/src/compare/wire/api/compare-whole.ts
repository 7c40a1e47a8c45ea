import {
  get,
  getEntries,
  getObject,
  getString,
  isObject,
  type JsonObject,
} from "../../../load/data.js";
import { componentName } from "../../../load/component-reference.js";
import { canonical, show } from "../show.js";
import type { Context } from "../context.js";
import { wordingOf } from "../wording.js";

/** Compares what is said of the API as a whole. */
export function compareWhole(context: Context): void {
  const { ledger } = context;
  const [old, now] = [context.old.root, context.new.root];
  const [was, is] = [getObject(old, "info") ?? old, getObject(now, "info") ?? now];
  const at = { old: { home: was }, new: { home: is } };
  if (wordingOf(was) !== wordingOf(is)) {
    ledger.add(
      {},
      { rule: "wording-changed", subject: "the API", text: "is described in other words", ...at },
    );
  }
  const [before, after] = [was, is].map((info) => getString(info, "x-env-prefix"));
  if (before !== after) {
    const rule =
      before === undefined ? "environment-variable-added" : "environment-variable-changed";
    const text = `have the prefix ${show(after)} instead of ${show(before)}`;
    ledger.add({}, { rule, subject: "environment variables", text, ...at });
  }
  if (canonical(get(old, "x-retry")) !== canonical(get(now, "x-retry"))) {
    const text = `has x-retry ${show(get(now, "x-retry"))} instead of ${show(get(old, "x-retry"))}`;
    const spot = (home: JsonObject) =>
      Object.hasOwn(home, "x-retry") ? { home, key: "x-retry" } : { home };
    ledger.add(
      {},
      { rule: "retry-changed", subject: "the API", text, old: spot(old), new: spot(now) },
    );
  }
  compareUnused(context);
}

/** Schemas that nothing referred to. */
function compareUnused({ ledger, old, new: now }: Context): void {
  const [was, is] = [old.root, now.root].map((root) =>
    getObject(getObject(root, "components"), "schemas"),
  );
  const gone = getEntries(getObject(old.root, "components"), "schemas").filter(
    ([name]) => get(is, name) === undefined,
  );
  if (was === undefined || gone.length === 0) return;
  const used = new Set<string>();
  collectNames(old.root, used);
  for (const [name] of gone) {
    if (used.has(name)) continue;
    const finding = {
      subject: `the schema \`${name}\``,
      text: "is gone, and nothing used it",
      old: { home: was, key: name },
    };
    ledger.add({}, { rule: "component-schema-removed", ...finding });
  }
}

function collectNames(value: unknown, used: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) collectNames(one, used);
  if (!isObject(value)) return;
  const name = componentName(get(value, "$ref"));
  if (name !== undefined) used.add(name);
  for (const member of Object.values(value)) {
    if (typeof member === "object") collectNames(member, used);
  }
}
