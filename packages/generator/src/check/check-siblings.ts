import type { BundledDocument } from "../load/bundle.js";
import { getString } from "../load/data.js";
import { walk } from "../load/walk.js";
import type { Report } from "./report.js";

/** What stands beside a reference without changing a type: texts, and marks that are read there. */
const HARMLESS =
  /^(\$ref|x-.*|title|description|summary|default|deprecated|example|readOnly|writeOnly)$/;

/** Tells of what OpenAPI 3.0 ignores beside a `$ref` (3.0.3, 4.7.24.1), and 3.1 does not. */
export function checkSiblings(document: BundledDocument, report: Report): void {
  if (getString(document.root, "openapi")?.startsWith("3.0") !== true) return;
  walk(document.root, {
    object(schema, kind) {
      if (kind !== "schema" || getString(schema, "$ref") === undefined) return;
      for (const key of Object.keys(schema)) {
        if (HARMLESS.test(key)) continue;
        report.warning(
          document.locate(schema, key),
          `OpenAPI 3.0 ignores "${key}" beside a $ref, and so do types.`,
          `Write "allOf: [{ $ref: … }]" and "${key}" beside it, or use OpenAPI 3.1.`,
        );
      }
    },
  });
}
