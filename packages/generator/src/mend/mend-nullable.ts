import type { BundledDocument } from "../load/bundle.js";
import { get, getList, getString, isObject, type JsonObject } from "../load/data.js";
import { walk } from "../load/walk.js";
import type { Problem } from "../problem.js";

/**
 * Reads two ways of saying that a value may be null as what they are meant for:
 *
 * - `nullable: true` alone as a part of an `allOf` means the whole. OpenAPI 3.0 gives no other way to
 *   say it beside a `$ref`, and taken at its word (3.0.3, 4.7.24.1) it says nothing.
 * - `type: "null"` beside alternatives of other types is one more alternative. Taken at its word no
 *   value fits.
 */
export function mendNullable(document: BundledDocument, report: (problem: Problem) => void): void {
  walk(document.root, {
    object(schema, kind) {
      if (kind !== "schema") return;
      mendPart(schema, document, report);
      mendType(schema, document, report);
    },
  });
}

function mendPart(
  schema: JsonObject,
  document: BundledDocument,
  report: (problem: Problem) => void,
): void {
  const parts = getList(schema, "allOf");
  const isMark = (part: unknown) =>
    isObject(part) && get(part, "nullable") === true && Object.keys(part).length === 1;
  const mark = parts.find(isMark);
  if (!isObject(mark) || parts.every(isMark)) return;
  schema["allOf"] = parts.filter((part) => !isMark(part));
  schema["nullable"] = true;
  report({
    severity: "warning",
    location: document.locate(mark),
    message: "This part of an allOf is nullable and nothing else; the whole is read as nullable.",
    fix: 'Write "nullable: true" beside the allOf.',
  });
}

function mendType(
  schema: JsonObject,
  document: BundledDocument,
  report: (problem: Problem) => void,
): void {
  const choices = [...getList(schema, "oneOf"), ...getList(schema, "anyOf")];
  const isOther = (choice: unknown) => !["null", undefined].includes(getString(choice, "type"));
  if (get(schema, "type") !== "null" || !choices.some(isOther)) return;
  const location = document.locate(schema, "type");
  delete schema["type"];
  schema["nullable"] = true;
  report({
    severity: "warning",
    location,
    message: "No value is null and one of these alternatives; null is read as one more of them.",
    fix: 'Write { type: "null" } as an alternative.',
  });
}
