import type { BundledDocument } from "../load/bundle.js";
import { get, getEntries, getString, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import { walk } from "../load/walk.js";
import type { Report } from "./report.js";

/** Tells of parameters that go out in another form than the document asks for. */
export function checkParameters(document: BundledDocument, report: Report): void {
  walk(document.root, {
    object(parameter, kind) {
      if (kind !== "parameter" || isSentAsAsked(parameter, document.root)) return;
      const name = getString(parameter, "name") ?? "";
      report.warning(
        document.locate(parameter),
        `The parameter "${name}" asks for a style that clients do not send.`,
        "Clients send lists as name=a&name=b in a query and a,b in a path, objects as name[key]=a.",
      );
    },
  });
}

/** openapi-fetch's defaults against those of OpenAPI 3.1, 4.8.12.2. */
function isSentAsAsked(parameter: JsonObject, root: JsonObject): boolean {
  const place = getString(parameter, "in");
  const style = getString(parameter, "style");
  if (place === "path") return style === undefined || style === "simple";
  if (place !== "query") return true;
  if (getEntries(parameter, "content").length > 0) return false;
  const schema = resolveReference(root, get(parameter, "schema"));
  const type = get(schema, "type");
  if (type === "object" || (type === undefined && isObject(get(schema, "properties")))) {
    return style === "deepObject";
  }
  return (
    (style === undefined || style === "form") &&
    !(type === "array" && get(parameter, "explode") === false)
  );
}
