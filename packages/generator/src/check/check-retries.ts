import type { BundledDocument } from "../load/bundle.js";
import { get, isObject, type JsonObject } from "../load/data.js";
import { listOperations } from "../load/list-operations.js";
import { isIdempotentMethod } from "../model/idempotent-methods.js";
import { nearest, suggest } from "./nearest.js";
import type { Report } from "./report.js";

const RETRY = "x-retry";
const CHECK = "x-outcome-check";

/** What `x-retry` may hold: whether a value fits, what it must be, an example. */
const MEMBERS: Readonly<Record<string, readonly [(value: unknown) => boolean, string, string]>> = {
  retries: [isCount, "a whole number, 0 or more", "3"],
  statuses: [
    (value) => isListOf(value, isErrorStatus),
    "a list of statuses from 400 to 599",
    "[409]",
  ],
  codes: [(value) => isListOf(value, isText), "a list of texts, the API's codes", "[BUSY]"],
};

/** What is said of sending again can be meant, and operations that tell the outcome of others exist. */
export function checkRetries(document: BundledDocument, report: Report): void {
  const found = listOperations(document.root).map(({ operation, method }) => ({
    operation,
    method,
    id: get(operation, "operationId"),
  }));
  const ids = found.flatMap(({ id }) => (typeof id === "string" ? [id] : []));
  checkRetry(document.root, document, report);
  for (const { operation, method } of found) {
    checkRetry(operation, document, report);
    if (isText(operation[CHECK])) checkOutcomeCheck(operation, method, ids, document, report);
  }
}

function checkRetry(owner: JsonObject, document: BundledDocument, report: Report): void {
  const retry = get(owner, RETRY);
  if (retry === undefined || retry === false) return;
  if (!isObject(retry)) {
    const fix = `Write "false", or a map of ${Object.keys(MEMBERS).join(", ")}.`;
    report.error(document.locate(owner, RETRY), `${RETRY} must be false or a map.`, fix);
    return;
  }
  for (const [name, value] of Object.entries(retry)) {
    const rule = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined;
    const place = document.locate(retry, name);
    if (!rule) {
      const message = `${RETRY} has no member ${JSON.stringify(name)}.`;
      report.error(place, message, suggest(name, Object.keys(MEMBERS)));
    } else if (!rule[0](value)) {
      const [, expected, example] = rule;
      report.error(
        place,
        `${name} in ${RETRY} must be ${expected}.`,
        `Write "${name}: ${example}".`,
      );
    }
  }
}

function checkOutcomeCheck(
  operation: JsonObject,
  method: string,
  ids: readonly string[],
  document: BundledDocument,
  report: Report,
): void {
  const place = document.locate(operation, CHECK);
  const named = String(operation[CHECK]);
  const isOwn = get(operation, "operationId") === named;
  if (isOwn || !ids.includes(named)) {
    const others = ids.filter((id) => id !== get(operation, "operationId"));
    const meant = nearest(named, others);
    const message = isOwn
      ? `${CHECK} names the operation that it stands in.`
      : `${CHECK} names no operation: ${JSON.stringify(named)}.`;
    const isSlip = !isOwn && meant !== undefined;
    const fix = isSlip ? `Did you mean ${meant}?` : "Write the operationId of another operation.";
    report.error(place, message, fix);
  } else if (get(operation, "x-idempotent") ?? isIdempotentMethod(method)) {
    const message = `${CHECK} says nothing where an operation is idempotent: it is sent again.`;
    report.warning(place, message, `Remove it, or write "x-idempotent: false".`);
  }
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isErrorStatus(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(fits);
}
