import { get, getList, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";

/** Whether a schema can only be a text that is not JSON. */
export function isText(root: JsonObject, given: unknown): boolean {
  const schema = resolveReference(root, given);
  if (!isObject(schema)) return given === undefined || given === true;
  const types = [get(schema, "type"), ...getList(schema, "type")].filter(
    (type) => typeof type === "string" && type !== "null",
  );
  const values = [...getList(schema, "enum"), get(schema, "const")].filter(
    (value) => value !== undefined,
  );
  if (types.length > 0) return types.every((type) => type === "string");
  if (values.length > 0) return values.every((value) => typeof value === "string");
  return Object.keys(schema).every((key) => ["description", "title", "format"].includes(key));
}
