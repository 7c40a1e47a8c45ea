import { get, getEntries, getObject, type JsonObject } from "../../../load/data.js";
import { responseStatus } from "../../../load/response-status.js";
import { canonical } from "../show.js";
import type { Context } from "../context.js";
import type { Side } from "../side.js";
import { wordingOf } from "../wording.js";
import { compareContent } from "./compare-content.js";
import { compareHeaders } from "./compare-headers.js";

interface Answer {
  readonly status: string;
  readonly response: JsonObject;
  /** Whether it is how the operation succeeds: 2xx, or `default` where nothing else is. */
  readonly isSuccess: boolean;
}

/** Compares what an operation is answered with. */
export function compareResponses(
  context: Context,
  operation: string,
  old: JsonObject,
  now: JsonObject,
): void {
  const was = readAnswers(context.old, old);
  const is = readAnswers(context.new, now);
  const unmatched = new Set(is);
  const gone: Answer[] = [];
  for (const one of was) {
    const other = is.find(({ status }) => status === one.status);
    if (other === undefined) gone.push(one);
    else {
      unmatched.delete(other);
      compareAnswer(context, operation, one, other);
    }
  }
  for (const one of gone) {
    // 200 that became 2XX is still there.
    const range = is.find(({ status }) => covers(status, one.status));
    if (range !== undefined) {
      unmatched.delete(range);
      compareAnswer(context, operation, one, range);
      continue;
    }
    const rule = one.isSuccess ? "success-status-removed" : "error-status-removed";
    context.ledger.add(
      { operation, direction: "response" },
      { rule, text: `is no longer answered with ${one.status}`, old: { home: one.response } },
    );
  }
  for (const one of unmatched) {
    const narrowed = was.find(({ status }) => covers(status, one.status));
    if (narrowed) compareAnswer(context, operation, narrowed, one);
    const rule = one.isSuccess ? "success-status-added" : "error-status-added";
    context.ledger.add(
      { operation, direction: "response" },
      { rule, text: `may be answered with ${one.status}, too`, new: { home: one.response } },
    );
  }
}

function covers(range: string, status: string): boolean {
  return /^\dXX$/.test(range) && range !== status && range[0] === status[0];
}

function readAnswers(side: Side, operation: JsonObject): Answer[] {
  const all = getEntries(operation, "responses").flatMap(([key, given]) => {
    const status = responseStatus(key);
    const response = side.object(given);
    return status === undefined || response === undefined ? [] : [{ status, response }];
  });
  const hasSuccess = all.some(({ status }) => status.startsWith("2"));
  return all.map((one) => ({
    ...one,
    isSuccess: one.status.startsWith("2") || (one.status === "default" && !hasSuccess),
  }));
}

function compareAnswer(context: Context, operation: string, old: Answer, now: Answer): void {
  const { ledger } = context;
  const part = now.isSuccess ? "the response" : `the response ${now.status}`;
  const scope = { operation, direction: "response", part } as const;
  const [was, is] = [old.response, now.response];
  if (wordingOf(was) !== wordingOf(is)) {
    const text = "is described in other words";
    ledger.add(scope, {
      rule: "wording-changed",
      subject: "what is answered",
      text,
      old: { home: was },
      new: { home: is },
    });
  }
  compareHeaders(context, scope, was, is);
  compareContent(context, scope, { old: was, new: is });
  const [before, after] = [was, is].map((one) => getObject(one, "links") ?? {});
  if (canonical(before) !== canonical(after)) {
    const spot = (home: JsonObject) =>
      get(home, "links") === undefined ? { home } : { home, key: "links" };
    const text = "lead elsewhere";
    ledger.add(scope, {
      rule: "link-changed",
      subject: "the links",
      text,
      old: spot(was),
      new: spot(is),
    });
  }
}
