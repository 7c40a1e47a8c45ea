import type { BundledDocument } from "../load/bundle.js";
import { get, getList, isObject } from "../load/data.js";
import { walk } from "../load/walk.js";
import type { Problem } from "../problem.js";

/**
 * `nullable: true` that stands alone as a part of an `allOf` is meant for the whole: OpenAPI 3.0 gives
 * no other way to say it beside a `$ref`, and taken at its word (3.0.3, 4.7.24.1) it says nothing.
 */
export function mendNullable(document: BundledDocument, report: (problem: Problem) => void): void {
  walk(document.root, {
    object(schema, kind) {
      if (kind !== "schema") return;
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
        message:
          "This part of an allOf is nullable and nothing else; the whole is read as nullable.",
        fix: 'Write "nullable: true" beside the allOf.',
      });
    },
  });
}
