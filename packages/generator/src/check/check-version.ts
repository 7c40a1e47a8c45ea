import { get, getString, isObject, type JsonObject } from "../load/data.js";
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
    report.error(document.locate(""), ...nameForeign(root));
  } else if (version === 3 || version === 3.1 || version === 3.2) {
    const message = `The version ${version} is a number, for want of its last part.`;
    const whole = `Write "openapi: ${version.toFixed(1)}.0".`;
    report.error(document.locate("/openapi"), message, whole);
  } else if (typeof version !== "string" || !/^3\.[012](\.\d+)?(-.*)?$/.test(version)) {
    const message = `OpenAPI ${say(version)} is not supported.`;
    report.error(document.locate("/openapi"), message, fix);
  }
}

/** What a document is that says of no version, as far as that can be seen, and how to mend it. */
function nameForeign(root: JsonObject): [message: string, fix: string] {
  const convert = "Convert it to OpenAPI, or ask those whose API it is for an OpenAPI document.";
  if (get(root, "asyncapi") !== undefined) return ["This is an AsyncAPI document.", convert];
  if (getString(get(root, "info"), "schema")?.includes("getpostman.com")) {
    return ["This is a Postman collection.", convert];
  }
  if (["info", "paths", "components", "webhooks"].some((key) => get(root, key) !== undefined)) {
    return ['The field "openapi" is missing.', 'Add "openapi: 3.1.0".'];
  }
  const message = 'This is no OpenAPI document: it has neither "openapi" nor "paths".';
  return [message, "Name the document that describes the API."];
}

function say(version: unknown): string {
  return typeof version === "string" || typeof version === "number" ? `${version}` : "?";
}
