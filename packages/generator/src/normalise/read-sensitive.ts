import { get, getEntries, getString, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import { walk } from "../load/walk.js";

/** The names of all properties, and of credentials in a body, that are marked `format: password` or `x-sensitive`. */
export function readSensitive(root: JsonObject): string[] {
  const names = new Set<string>();
  walk(root, {
    object(value, kind) {
      const bodyField = getString(value, "x-body-field");
      if (kind === "securityScheme" && bodyField !== undefined && isSensitive(value)) {
        names.add(bodyField);
      }
      if (kind !== "schema") return;
      for (const [name, property] of getEntries(value, "properties")) {
        const target = resolveReference(root, property);
        if (isSensitive(property) || isSensitive(target)) names.add(name);
      }
    },
  });
  return [...names].sort();
}

function isSensitive(schema: unknown): boolean {
  return get(schema, "x-sensitive") === true || get(schema, "format") === "password";
}
