import { get, getList, isObject, type JsonObject } from "../load/data.js";
import type { RetryRule } from "../model/api-model.js";

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
