import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { get, getList, isObject, type JsonObject } from "../load/data.js";
import type { ErrorModel, Operation, RetryRule } from "../model/api-model.js";

/** An operation's `x-retry`, else the document's; `undefined` where neither says anything that differs from the default. */
export function readRetry(root: JsonObject, operation: JsonObject): false | RetryRule | undefined {
  const given = get(operation, "x-retry") ?? get(root, "x-retry");
  if (given === false) return false;
  if (!isObject(given) || Object.keys(given).length === 0) return undefined;
  const retries = get(given, "retries");
  return {
    retries: typeof retries === "number" ? retries : undefined,
    statuses: [...new Set(getList(given, "statuses").filter((one) => typeof one === "number"))],
    codes: [...new Set(getList(given, "codes").filter((one) => typeof one === "string"))],
  };
}

/** Tells of codes that no client could find, because the document does not say where errors have theirs. */
export function checkCodes(
  document: BundledDocument,
  operations: readonly Operation[],
  errors: ErrorModel,
  report: Report,
): void {
  if (errors.codePath) return;
  for (const { retry, source } of operations) {
    if (!retry || retry.codes.length === 0) continue;
    const owner = Object.hasOwn(source, "x-retry") ? source : document.root;
    const message = "The codes in x-retry are never found: no property is marked x-error-code.";
    const fix = 'Write "x-error-code: true" at the property of the error body that holds the code.';
    report.warning(document.locate(owner, "x-retry"), message, fix);
  }
}
