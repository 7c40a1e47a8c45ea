import { get, getEntries, getList, getString, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import { walk } from "../load/walk.js";

/**
 * The names of all properties, parameters, response headers and credentials in a body that are
 * marked `format: password` or `x-sensitive`, or hold what is.
 */
export function readSensitive(root: JsonObject): string[] {
  const names = new Set<string>();
  walk(root, {
    object(value, kind, key) {
      if (kind === "securityScheme") {
        const bodyField = getString(value, "x-body-field");
        if (bodyField !== undefined && isSensitive(root, value)) names.add(bodyField);
      } else if (kind === "parameter") {
        const name = getString(value, "name");
        if (name !== undefined && hasSensitive(root, value)) names.add(name);
      } else if (kind === "header") {
        const header = resolveReference(root, value);
        if (typeof key === "string" && hasSensitive(root, header)) names.add(key);
      } else if (kind === "schema") {
        for (const [name, property] of getEntries(value, "properties")) {
          if (isSensitive(root, property)) names.add(name);
        }
      }
    },
  });
  return [...names].sort();
}

/** A parameter or a header: marked itself, or by the schema of its text. */
function hasSensitive(root: JsonObject, owner: unknown): boolean {
  const media = getEntries(owner, "content").map(([, one]) => get(one, "schema"));
  return [owner, get(owner, "schema"), ...media].some((one) => isSensitive(root, one));
}

/** Whether a schema, its reference's target, its items or one of its parts is marked. */
function isSensitive(root: JsonObject, given: unknown, seen = new Set<unknown>()): boolean {
  if (!isObject(given) || seen.has(given)) return false;
  seen.add(given);
  if (get(given, "x-sensitive") === true || get(given, "format") === "password") return true;
  const target = resolveReference(root, given);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => getList(given, keyword));
  const inside = [get(given, "items"), get(given, "additionalProperties"), ...parts];
  return [target, ...inside].some((part) => isSensitive(root, part, seen));
}
