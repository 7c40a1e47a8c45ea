import { get, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel, Direction, Schema } from "../model/api-model.js";
import { type Doc, schemaDoc } from "./doc-comment.js";

/**
 * Whether a direction has no such member, by a mark on the property or on what it refers to, or the
 * client fills it in.
 *
 * @param owner the schema that lists the property.
 */
export function isHidden(
  { document, bodyCredentials }: ApiModel,
  name: string,
  property: unknown,
  owner: unknown,
  direction: Direction,
): boolean {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const target = resolveReference(document, property);
  if (get(property, mark) === true || get(target, mark) === true) return true;
  return direction === "request" && bodyCredentials.get(owner as Schema)?.has(name) === true;
}

/** A property that says nothing of itself says what its type says. */
export function memberDoc(document: JsonObject, property: unknown): Doc {
  const target = resolveReference(document, property);
  const own = schemaDoc(property);
  const given = schemaDoc(target);
  return {
    summary: own.description === undefined ? given.summary : own.summary,
    description: own.description ?? given.description,
    facts: property === target ? (own.facts ?? []) : [...(own.facts ?? []), ...(given.facts ?? [])],
    tags: own.tags?.length ? own.tags : (given.tags ?? []),
  };
}
