import { bodyEntries, entryText } from "./body-entries.js";
import type { BodySerializer } from "./body-serializer.js";
import { multipart, type Part } from "./multipart.js";

/**
 * Sends a body as `multipart/form-data`: a part for every property, for an array one for every item. Blobs and files are
 * parts with a file name, other objects fields of the type `application/json` (OpenAPI 3.1, Encoding Object).
 */
export const multipartBody: BodySerializer = {
  serialize: (body) => (body instanceof FormData ? body : multipart(partsOf(body))),
};

/** The parts of a body whose document says nothing else. */
export function* partsOf(body: unknown): Generator<Part> {
  for (const [name, value] of bodyEntries(body)) {
    const isObject = typeof value === "object";
    if (value instanceof Blob) yield { name, content: value };
    else yield { name, content: entryText(value), type: isObject ? "application/json" : undefined };
  }
}
