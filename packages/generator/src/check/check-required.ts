import type { BundledDocument } from "../load/bundle.js";
import { get, getEntries, getList, getObject, type JsonObject } from "../load/data.js";
import { walk } from "../load/walk.js";
import type { Report } from "./report.js";

/** Keywords by which a schema may have members that it does not list. */
const ELSEWHERE = ["$ref", "allOf", "anyOf", "oneOf", "patternProperties", "if", "not"];

/**
 * Tells of required members that no property describes: mostly a name that was changed in one of two
 * places. Types leave them out, for nobody knows what they hold.
 */
export function checkRequired(document: BundledDocument, report: Report): void {
  const parts = new Set<unknown>();
  walk(document.root, {
    object(schema, kind) {
      if (kind !== "schema") return;
      // What a part asks for may be described by the other parts.
      for (const keyword of ["allOf", "anyOf", "oneOf"]) {
        for (const part of getList(schema, keyword)) parts.add(part);
      }
      if (parts.has(schema) || !isComplete(schema)) return;
      const properties = getObject(schema, "properties") ?? {};
      for (const [index, name] of getList(schema, "required").entries()) {
        if (typeof name !== "string" || Object.hasOwn(properties, name)) continue;
        const list = get(schema, "required") as object;
        const message = `"required" names "${name}", which no property describes, so that it is left out.`;
        const fix = "Describe it under properties, or correct the name.";
        report.warning(document.locate(list, index), message, fix);
      }
    },
  });
}

/** Whether a schema lists all members that it describes. */
function isComplete(schema: JsonObject): boolean {
  return (
    getEntries(schema, "properties").length > 0 &&
    ELSEWHERE.every((keyword) => get(schema, keyword) === undefined) &&
    (get(schema, "additionalProperties") ?? false) === false
  );
}
