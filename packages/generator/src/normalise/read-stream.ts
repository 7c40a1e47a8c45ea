import { get, getString, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { AnswerStream, StreamFormat, StreamItem } from "../model/answer-stream.js";
import type { Schema } from "../model/api-model.js";
import { isText } from "./is-text.js";
import { essence } from "./media-types.js";
import { readEventItems } from "./read-event-items.js";

/** The sequential media types (OpenAPI 3.2, 4.14.4), by the names that they go under. */
const FORMATS: readonly (readonly [RegExp, StreamFormat])[] = [
  [/^text\/event-stream$/, "events"],
  [/^application\/(x-)?(jsonl|jsonlines|ndjson)$/, "lines"],
  [/^application\/(.+\+)?json-seq$/, "sequence"],
];

/**
 * How callers get an answer of this media type item by item; `undefined` where they get it as a whole.
 * `x-stream: true` makes a stream of bytes of any other type, `x-stream: false` a whole of any.
 *
 * @param media the media type object.
 */
export function readStream(
  root: JsonObject,
  mediaType: string,
  media: unknown,
): AnswerStream | undefined {
  const mark = get(media, "x-stream");
  const type = essence(mediaType);
  const format = FORMATS.find(([pattern]) => pattern.test(type))?.[1];
  if (mark === false || (format === undefined && mark !== true)) return undefined;
  return {
    format: format ?? "bytes",
    items: readItems(root, format ?? "bytes", itemSchema(root, media)),
    end: getString(media, "x-stream-end"),
  };
}

/** One schema for all that the items of a stream hold, for what looks at schemas whatever they are for. */
export function schemaOfItems({ items }: AnswerStream): Schema {
  const schemas = items.flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
  return schemas.length > 1 ? { oneOf: schemas } : (schemas[0] ?? {});
}

/**
 * `itemSchema` (OpenAPI 3.2, 4.14), else the items of a `schema` that is a list, as 3.2 reads one; else
 * the `schema` itself, with which documents before 3.2 describe an item.
 */
function itemSchema(root: JsonObject, media: unknown): Schema | undefined {
  const given = get(media, "itemSchema") ?? listItems(root, media) ?? get(media, "schema");
  return isObject(given) || typeof given === "boolean" ? given : undefined;
}

function listItems(root: JsonObject, media: unknown): unknown {
  const schema = resolveReference(root, get(media, "schema"));
  return get(schema, "type") === "array" ? get(schema, "items") : undefined;
}

function readItems(
  root: JsonObject,
  format: StreamFormat,
  schema: Schema | undefined,
): readonly StreamItem[] {
  if (format === "bytes") return [{ events: [], schema: undefined }];
  if (format === "events") return readEventItems(root, schema);
  // A text that is said to be the whole body says nothing of the JSON in it.
  return [{ events: [], schema: schema === undefined || isText(root, schema) ? {} : schema }];
}
