import { upgrade } from "@scalar/openapi-upgrader";
import type { BundledDocument } from "../load/bundle.js";
import { getEntries, getList, getObject, isObject, type JsonObject } from "../load/data.js";
import { walk } from "../load/walk.js";
import { ProblemsError, type Problem } from "../problem.js";
import { keepPlaces } from "./keep-places.js";
import { prepareSwagger, showExamples } from "./prepare-swagger.js";
import { dropServers, swaggerServers } from "./swagger-servers.js";

/**
 * A Swagger 2.0 document as OpenAPI 3.0. Problems that are found later point to the places in the
 * original.
 *
 * @param address where the document came from.
 * @param report takes the notice that it was upgraded.
 * @throws {ProblemsError} if it can't be.
 */
export function upgradeSwagger(
  document: BundledDocument,
  address: string,
  report: (problem: Problem) => void,
): BundledDocument {
  const location = document.locate(document.root, "swagger");
  report({
    severity: "warning",
    location,
    message:
      "This Swagger 2.0 document is read as OpenAPI 3.0, upgraded by @scalar/openapi-upgrader.",
    fix: "Keep the document in OpenAPI 3 to be sure of what is meant.",
  });
  return keepPlaces(document, "swagger", (root) => {
    try {
      return convert(root, address);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `This Swagger 2.0 document can't be upgraded: ${reason.replace(/\.?$/, ".")}`;
      const fix = "Convert it to OpenAPI 3 with another tool, and mend what that one tells of.";
      throw new ProblemsError([{ severity: "error", location, message, fix }]);
    }
  });
}

function convert(root: JsonObject, address: string): JsonObject {
  prepareSwagger(root);
  const servers = swaggerServers(root, address);
  dropServers(root);
  const result = upgrade(root, "3.0") as unknown as JsonObject;
  if (servers.length > 0) result["servers"] = servers;
  walk(result, {
    object(value, kind) {
      if (kind === "requestBody") requireForm(value);
      if (kind === "response") showExamples(value);
    },
  });
  return result;
}

/** A form is required as soon as one of its fields is. */
function requireForm(body: JsonObject): void {
  for (const [, media] of getEntries(body, "content")) {
    const schema = getObject(media, "schema");
    if (schema === undefined || getList(schema, "required").length === 0) continue;
    if (body["required"] === undefined && isObject(schema["properties"])) body["required"] = true;
  }
}
