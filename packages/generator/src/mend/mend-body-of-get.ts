import type { BundledDocument } from "../load/bundle.js";
import { get, getEntries, getObject, type JsonObject } from "../load/data.js";
import { listOperations } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Problem } from "../problem.js";

/**
 * Leaves out bodies of GET and HEAD. They mean nothing (RFC 9110, 9.3.1), and fetch refuses to send them
 * (Fetch, 5.4, constructor of `Request`), so that a call with one could only fail. Tools that write an
 * empty form under every operation are no reason for a warning.
 */
export function mendBodyOfGet(document: BundledDocument, report: (problem: Problem) => void): void {
  const { root } = document;
  for (const { method, operation } of listOperations(root)) {
    if (method !== "get" && method !== "head") continue;
    const given = get(operation, "requestBody");
    if (given === undefined) continue;
    if (asksForSomething(root, resolveReference(root, given))) {
      report({
        severity: "warning",
        location: document.locate(operation, "requestBody"),
        message: `A ${method.toUpperCase()} request can't have a body, so that this one is left out.`,
        fix: "Describe parameters instead, or use another method.",
      });
    }
    delete operation["requestBody"];
  }
}

function asksForSomething(root: JsonObject, body: unknown): boolean {
  return getEntries(body, "content").some(([, media]) => {
    const schema = resolveReference(root, getObject(media, "schema"));
    const isForm = get(schema, "type") === "object" || get(schema, "type") === undefined;
    const says = ["allOf", "anyOf", "oneOf"].some((key) => get(schema, key) !== undefined);
    return !isForm || says || getEntries(schema, "properties").length > 0;
  });
}
