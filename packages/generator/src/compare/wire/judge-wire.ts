import type { BundledDocument } from "../../load/bundle.js";
import type { FoundOperation } from "../../load/list-operations.js";
import type { Change } from "../change.js";
import { compareSchemes } from "./api/compare-schemes.js";
import { compareSecurity, usedSchemes } from "./api/compare-security.js";
import { compareOwnServers, compareServers } from "./api/compare-servers.js";
import { matchSchemes, readSchemes } from "./api/security-schemes.js";
import { compareWhole } from "./api/compare-whole.js";
import type { Context } from "./context.js";
import { Ledger } from "./ledger.js";
import { compareWebhooks } from "./operations/compare-messages.js";
import { compareOperation } from "./operations/compare-operation.js";
import {
  matchOperations,
  nameOperation,
  type MatchedOperations,
} from "./operations/match-operations.js";
import { SchemaJudge } from "./schemas/schema-judge.js";
import { Side } from "./side.js";

/**
 * Compares what is sent and received, by meaning: references are followed, what is equal under another name or in other
 * words is equal. Odd documents are compared as far as they can be read.
 *
 * @returns what callers can notice; a thing that several operations share is one change.
 */
export function judgeWire(old: BundledDocument, now: BundledDocument): readonly Change[] {
  const [before, after] = [new Side(old), new Side(now)];
  const ledger = new Ledger(before, after);
  const context = {
    old: before,
    new: after,
    judge: new SchemaJudge(before, after),
    ledger,
    schemes: matchSchemes(readSchemes(before), readSchemes(after)),
  };
  const operations = matchOperations(before, after);
  compareWhole(context);
  compareServers(context, operations.isRebased);
  compareSchemes(context, {
    old: usedSchemes(
      before,
      [...operations.removed, ...operations.pairs.map((pair) => pair.old)].map(
        ({ operation }) => operation,
      ),
    ),
    new: usedSchemes(
      after,
      [...operations.added, ...operations.pairs.map((pair) => pair.new)].map(
        ({ operation }) => operation,
      ),
    ),
  });
  for (const pair of operations.pairs) {
    compareOwnServers(context, pair.old, pair.new);
    compareSecurity(context, pair.old, pair.new);
    compareOperation(context, pair.old, pair.new);
  }
  tellComings(context, operations);
  compareWebhooks(context);
  return ledger.changes();
}

function tellComings({ ledger }: Context, { added, removed }: MatchedOperations): void {
  for (const found of added) {
    const scope = { operation: nameOperation(found) };
    ledger.add(scope, { rule: "operation-added", text: "is new", new: { home: found.operation } });
  }
  for (const found of removed) {
    const name = nameOperation(found);
    const moved = added.find(
      (other) => found.operation["operationId"] !== undefined && nameOperation(other) === name,
    );
    const text = moved ? `is gone from ${show(found)}, and at ${show(moved)} now` : "is gone";
    ledger.add(
      { operation: name },
      { rule: "operation-removed", text, old: { home: found.operation } },
    );
  }
}

function show({ method, path }: FoundOperation): string {
  return `${method.toUpperCase()} ${path}`;
}
