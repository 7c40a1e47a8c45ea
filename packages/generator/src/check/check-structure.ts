import type { BundledDocument } from "../load/bundle.js";
import { get, getString, isObject, type JsonObject } from "../load/data.js";
import { walk } from "../load/walk.js";
import type { Report } from "./report.js";

/** Objects, maps and lists stand where OpenAPI has them, and the document says what it is. */
export function checkStructure(document: BundledDocument, report: Report): void {
  const { root } = document;
  walk(root, {
    mismatch(parent, key, expected) {
      const message = `There must be ${expected} at "${key}".`;
      const isEmpty = get(parent, String(key)) === null;
      const fix = isEmpty ? "It is empty: indent what belongs to it." : "Mend its value.";
      report.mendable(document.locate(parent, key), message, fix, {
        becomes: "left out",
        apply: () => leaveOut(parent, key),
      });
    },
  });
  const info = get(root, "info");
  if (!isObject(info) || typeof get(info, "title") !== "string") {
    const place = isObject(info) ? document.locate(info) : document.locate(root);
    report.mendable(place, "The document has no title.", 'Add "info: { title: … }".', {
      becomes: 'called "API"',
      apply: () => {
        root["info"] = { ...(isObject(info) ? info : {}), title: "API" };
      },
    });
  }
  // OpenAPI 3.0 requires paths (3.0.4, 4.7.1), later versions one of three (3.1, 4.8.1).
  const isOld = getString(root, "openapi")?.startsWith("3.0") === true;
  const needed = isOld ? ["paths"] : ["paths", "webhooks", "components"];
  if (needed.some((key) => get(root, key) !== undefined)) return;
  const message = 'The document has no "paths".';
  report.mendable(document.locate(root), message, 'Add "paths" with the operations.', {
    becomes: "read as one without operations",
  });
}

/** The others of a list keep their numbers. */
function leaveOut(parent: object, key: string | number): void {
  if (Array.isArray(parent)) parent[Number(key)] = {};
  else delete (parent as JsonObject)[key];
}
