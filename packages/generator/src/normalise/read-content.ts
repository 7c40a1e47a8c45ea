import { get, getEntries, getString, isObject, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Content, Contents, Example, Schema } from "../model/api-model.js";
import { isJson, mediaKind } from "./media-types.js";
import { readStream, schemaOfItems } from "./read-stream.js";
import { readEncoding } from "./read-style.js";
import { valueKinds } from "./value-kinds.js";

/**
 * What a body can be: what `x-stream: true` asks for, or JSON first where there is a choice, else what stands first; then the others.
 *
 * @param streams whether it may be given item by item, as answers of success are.
 */
export function readContents(
  root: JsonObject,
  owner: unknown,
  streams = false,
): Contents | undefined {
  const entries = getEntries(owner, "content");
  const all = entries.map(([type, media]) => readContent(root, type, media, streams));
  const marked = streams
    ? entries.findIndex(([, media]) => get(resolveReference(root, media), "x-stream") === true)
    : -1;
  const preferred = all[marked] ?? all.find(({ mediaType }) => isJson(mediaType)) ?? all[0];
  if (!preferred) return undefined;
  const others = all.filter((one) => one !== preferred && isChoice(root, one, preferred));
  return { ...preferred, others };
}

function readContent(
  root: JsonObject,
  mediaType: string,
  given: unknown,
  streams: boolean,
): Content {
  const media = resolveReference(root, given);
  const stream = streams ? readStream(root, mediaType, media) : undefined;
  const schema = stream ? schemaOfItems(stream) : asSchema(get(media, "schema"));
  return {
    // Frameworks write `*/*` for whatever they send, which is JSON where it has structure.
    mediaType: mediaType === "*/*" && isStructured(root, schema) ? "application/json" : mediaType,
    schema,
    encoding: readEncoding(root, mediaType, media, schema),
    examples: readExamples(root, media),
    stream,
  };
}

/** Whether a caller gains by the choice: not by another name of the same JSON, nor by an object as plain text. */
function isChoice(root: JsonObject, { mediaType, schema }: Content, preferred: Content): boolean {
  const kind = mediaKind(mediaType);
  if (mediaType === preferred.mediaType || !/^[^\s/]+\/[^\s/]/.test(mediaType)) return false;
  if (/^text\/plain\b/i.test(mediaType)) return !isStructured(root, schema);
  if (kind !== "json" || !isJson(preferred.mediaType)) return true;
  const isSame = JSON.stringify(schema) === JSON.stringify(preferred.schema);
  return !mediaType.includes("*") && !isSame;
}

function isStructured(root: JsonObject, schema: Schema): boolean {
  return !valueKinds(root, schema).has("plain");
}

/** The preferred form of a body and the others; none where there is no body. */
export function contentsOf(contents: Contents | undefined): readonly Content[] {
  return contents ? [contents, ...contents.others] : [];
}

/** A schema, or one that allows anything. */
export function asSchema(value: unknown): Schema {
  return isObject(value) || typeof value === "boolean" ? value : {};
}

function readExamples(root: JsonObject, media: unknown): Example[] {
  const examples = getEntries(media, "examples").flatMap(([name, given]) => {
    const example = resolveReference(root, given);
    const value = get(example, "value") ?? get(example, "dataValue");
    return value === undefined ? [] : [{ name, summary: getString(example, "summary"), value }];
  });
  const single = get(media, "example");
  if (examples.length === 0 && single !== undefined) {
    return [{ name: "example", summary: undefined, value: single }];
  }
  return examples;
}
