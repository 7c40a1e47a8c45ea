import { get, type JsonObject } from "../../../load/data.js";
import type { Context } from "../context.js";
import type { Direction } from "../rules/schema-rules.js";
import { wordingOf } from "../wording.js";
import { compareContent } from "./compare-content.js";

/**
 * Compares the bodies of requests.
 *
 * @param direction `response` for requests that callers get: webhooks and callbacks.
 */
export function compareBodies(
  context: Context,
  operation: string,
  old: JsonObject,
  now: JsonObject,
  direction: Direction,
): void {
  const { ledger } = context;
  const part = direction === "request" ? "the request" : "what is sent to callers";
  const scope = { operation, direction, part };
  const was = context.old.object(get(old, "requestBody"));
  const is = context.new.object(get(now, "requestBody"));
  if (direction === "response") {
    compareContent(context, scope, { old: was, new: is });
    return;
  }
  const subject = "the body";
  const isRequired = get(is, "required") === true;
  if (was === undefined && is !== undefined) {
    const rule = isRequired ? "required-body-added" : "body-added";
    const text = isRequired ? "is new and required" : "is new and optional";
    ledger.add(scope, { rule, subject, text, new: { home: is } });
  } else if (was !== undefined && is === undefined) {
    ledger.add(scope, {
      rule: "body-removed",
      subject,
      text: "is no longer taken",
      old: { home: was },
    });
  } else if (was !== undefined && is !== undefined) {
    const wasRequired = get(was, "required") === true;
    const at = { old: { home: was, key: "required" }, new: { home: is, key: "required" } };
    if (isRequired && !wasRequired) {
      ledger.add(scope, { rule: "body-became-required", subject, text: "became required", ...at });
    }
    if (wasRequired && !isRequired) {
      ledger.add(scope, { rule: "body-became-optional", subject, text: "became optional", ...at });
    }
    if (wordingOf(was) !== wordingOf(is)) {
      const text = "is described in other words";
      ledger.add(scope, {
        rule: "wording-changed",
        subject,
        text,
        old: { home: was },
        new: { home: is },
      });
    }
    compareContent(context, scope, { old: was, new: is });
  }
}
