import { get, getList, getString, type JsonObject } from "../../../load/data.js";
import type { FoundOperation } from "../../../load/list-operations.js";
import { canonical, inOrder, show } from "../show.js";
import type { Context } from "../context.js";
import { compareDeprecation } from "../deprecation.js";
import { wordingOf } from "../wording.js";
import { compareBodies } from "./compare-bodies.js";
import { compareCallbacks } from "./compare-messages.js";
import { compareParameters } from "./compare-parameters.js";
import { compareResponses } from "./compare-responses.js";
import { nameOperation } from "./match-operations.js";

/** Compares what two versions of an operation send and receive. */
export function compareOperation(context: Context, old: FoundOperation, now: FoundOperation): void {
  const name = nameOperation(now);
  compareMarks(context, name, old.operation, now.operation);
  compareParameters(context, name, old, now);
  compareBodies(context, name, old.operation, now.operation, "request");
  compareResponses(context, name, old.operation, now.operation);
  compareCallbacks(context, name, old.operation, now.operation);
}

function compareMarks(context: Context, name: string, old: JsonObject, now: JsonObject): void {
  const { ledger } = context;
  const scope = { operation: name };
  const at = (key: string) => ({
    old: { home: old, key: Object.hasOwn(old, key) ? key : undefined },
    new: { home: now, key: Object.hasOwn(now, key) ? key : undefined },
  });
  const [was, is] = [getString(old, "operationId"), getString(now, "operationId")];
  if (was !== is) {
    const text = `has ${is === undefined ? "no operationId" : "another operationId"} now, and was ${was ?? "without one"}`;
    ledger.add(scope, { rule: "operation-id-changed", text, ...at("operationId") });
  }
  if (tagsOf(old) !== tagsOf(now)) {
    ledger.add(scope, { rule: "operation-tags-changed", text: "has other tags", ...at("tags") });
  }
  compareDeprecation([old], [now], (became, text) =>
    ledger.add(scope, { rule: `operation-${became}`, text, ...at("deprecated") }),
  );
  if (wordingOf(old) !== wordingOf(now)) {
    ledger.add(scope, {
      rule: "wording-changed",
      text: "is described in other words",
      ...at("description"),
    });
  }
  const [wasSafe, isSafe] = [old, now].map((owner) => get(owner, "x-idempotent") === true);
  if (isSafe && !wasSafe) {
    ledger.add(scope, {
      rule: "idempotency-added",
      text: "is idempotent now (x-idempotent)",
      ...at("x-idempotent"),
    });
  } else if (wasSafe && !isSafe) {
    ledger.add(scope, {
      rule: "idempotency-removed",
      text: "is no longer idempotent (x-idempotent)",
      ...at("x-idempotent"),
    });
  }
  for (const mark of ["x-retry", "x-outcome-check"]) {
    const [before, after] = [get(old, mark), get(now, mark)];
    if (canonical(before) === canonical(after)) continue;
    const text = `has ${mark} ${show(after)} instead of ${show(before)}`;
    ledger.add(scope, { rule: "retry-changed", text, ...at(mark) });
  }
}

function tagsOf(operation: JsonObject): string {
  return canonical(getList(operation, "tags").map(String).sort(inOrder));
}
