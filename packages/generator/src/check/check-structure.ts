import type { BundledDocument } from "../load/bundle.js";
import { get, isObject } from "../load/data.js";
import { walk } from "../load/walk.js";
import type { Report } from "./report.js";

/** Objects, maps and lists stand where OpenAPI has them, and the document says what it is. */
export function checkStructure(document: BundledDocument, report: Report): void {
  const { root } = document;
  walk(root, {
    mismatch(parent, key, expected) {
      const message = `There must be ${expected} at "${key}".`;
      report.error(document.locate(parent, key), message, "Mend its value.");
    },
  });
  const info = get(root, "info");
  if (!isObject(info) || typeof get(info, "title") !== "string") {
    const place = isObject(info) ? document.locate(info) : document.locate(root);
    report.error(place, "The document has no title.", 'Add "info: { title: … }".');
  }
  if (get(root, "paths") === undefined && get(root, "webhooks") === undefined) {
    report.error(
      document.locate(root),
      'The document has no "paths".',
      'Add "paths" with the operations.',
    );
  }
}
