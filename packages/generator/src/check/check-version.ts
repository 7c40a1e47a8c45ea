import { get, isObject } from "../load/data.js";
import { documentKind } from "../load/grammar.js";
import type { SourceDocument } from "../load/parse-document.js";
import type { Report } from "./report.js";

/** Swagger 2.0, OpenAPI 3.0.x, 3.1.x and 3.2.x are read; anything else is refused by name. */
export function checkVersion(document: SourceDocument, report: Report): void {
  const { root } = document;
  const fix = "Give clientgen a document of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0.";
  if (!isObject(root)) {
    report.error(
      document.locate(""),
      "This is not an OpenAPI document: its root is not a map.",
      fix,
    );
    return;
  }
  const swagger = get(root, "swagger");
  if (documentKind(root) === "swagger") {
    // YAML makes a number of what stands without quotes.
    if (swagger === "2.0" || swagger === 2) return;
    const message = `Swagger ${say(swagger)} is not supported.`;
    report.error(document.locate("/swagger"), message, fix);
    return;
  }
  const version = get(root, "openapi");
  if (version === undefined) {
    report.error(document.locate(""), 'The field "openapi" is missing.', 'Add "openapi: 3.1.0".');
  } else if (typeof version !== "string" || !/^3\.[012](\.\d+)?(-.*)?$/.test(version)) {
    const message = `OpenAPI ${say(version)} is not supported.`;
    report.error(document.locate("/openapi"), message, fix);
  }
}

function say(version: unknown): string {
  return typeof version === "string" || typeof version === "number" ? `${version}` : "?";
}
