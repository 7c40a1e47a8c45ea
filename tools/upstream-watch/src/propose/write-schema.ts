import { flatten } from "../compare/flatten.ts";
import { isObject, type JsonObject } from "../data.ts";
import type { Direction } from "../difference.ts";
import { LIMITS } from "../limits.ts";
import type { View } from "../view.ts";

/** What a description says until somebody has found better words: theirs are not ours to copy. */
export const NEUTRAL = "The API's reference says what it is.";

const COPIED = ["default", "deprecated", "readOnly", "writeOnly", ...LIMITS];

/**
 * Writes a published schema as our documents do: OpenAPI 3.1, closed in requests, none of its author's words.
 *
 * @param refer the reference to a schema of ours that stands for one of theirs, if there is one.
 * @returns `undefined` for what takes a human: alternatives, and schemas that hold themselves.
 */
export function writeSchema(
  view: View,
  schema: unknown,
  direction: Direction,
  refer: (upstream: JsonObject) => string | undefined,
): JsonObject | undefined {
  return write(schema, []);

  function write(one: unknown, within: readonly JsonObject[]): JsonObject | undefined {
    const flat = flatten(view, one);
    if (!flat || flat.branches.length > 0 || within.includes(flat.base)) return undefined;
    const reference = refer(flat.base);
    if (reference !== undefined) return { $ref: reference, description: NEUTRAL };
    const said = (key: string) => flat.words.get(key)?.said;
    const inside = [...within, flat.base];
    const types = flat.isNullable ? [...flat.types, "null"] : flat.types;
    const written: Record<string, unknown> = {};
    if (types.length > 0) written["type"] = types.length === 1 ? types[0] : types;
    if (said("format") !== undefined) written["format"] = said("format");
    written["description"] = NEUTRAL;
    for (const key of COPIED) if (said(key) !== undefined) written[key] = said(key);
    for (const key of ["minimum", "maximum"]) copyLimit(key, said, written);
    if (flat.values) written["enum"] = flat.isNullable ? [...flat.values, null] : flat.values;

    if (said("items") !== undefined) {
      const items = write(said("items"), inside);
      if (!items) return undefined;
      const { description: _, ...plain } = items;
      written["items"] = plain;
    }
    const more = said("additionalProperties");
    if (isObject(more) && Object.keys(more).length > 0) {
      const values = write(more, inside);
      if (!values) return undefined;
      written["additionalProperties"] = values;
    } else if (flat.properties.size > 0 && direction === "request") {
      written["additionalProperties"] = false;
    }
    if (flat.properties.size > 0) {
      const properties: Record<string, unknown> = {};
      for (const [name, property] of flat.properties) {
        const value = write(property.schema, inside);
        if (!value) return undefined;
        properties[name] = value;
      }
      written["properties"] = properties;
      if (flat.required.size > 0) written["required"] = [...flat.required];
    }
    return written;
  }
}

/** OpenAPI 3.0 says with `true` that a limit is excluded, 3.1 with the limit. */
function copyLimit(
  key: string,
  said: (key: string) => unknown,
  written: Record<string, unknown>,
): void {
  const strict = `exclusive${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  const excluded = said(strict);
  if (typeof excluded === "number") written[strict] = excluded;
  if (said(key) !== undefined) written[excluded === true ? strict : key] = said(key);
}

/** Whether a schema is one that others can refer to: a component, or a named place of a shared file. */
export function isComponent(pointer: string | undefined): pointer is string {
  return pointer !== undefined && /^(\/components\/schemas)?\/[^/]+$/.test(pointer);
}
