import { get, isObject } from "../load/data.js";
import type { SourceDocument } from "../load/parse-document.js";
import type { Report } from "./report.js";

/** OpenAPI 3.0.x, 3.1.x and 3.2.x are read; anything else is refused by name. */
export function checkVersion(document: SourceDocument, report: Report): void {
  const { root } = document;
  const fix = "Give clientgen an OpenAPI 3.0, 3.1 or 3.2 document.";
  if (!isObject(root)) {
    report.error(
      document.locate(""),
      "This is not an OpenAPI document: its root is not a map.",
      fix,
    );
    return;
  }
  if (get(root, "swagger") !== undefined) {
    const message = `This is a Swagger ${say(get(root, "swagger"))} document.`;
    const convert = "Convert it to OpenAPI 3 first, for instance with @scalar/openapi-upgrader.";
    report.error(document.locate("/swagger"), message, convert);
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
