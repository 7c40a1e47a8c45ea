import { bodyEntries } from "./body-entries.js";
import type { BodySerializer } from "./body-serializer.js";

/** Sends a body as `multipart/form-data`: a part for every property, for an array one for every item. Blobs and files are sent as they are, other objects as parts of the type `application/json` (OpenAPI 3.1, Encoding Object). */
export const multipartBody: BodySerializer = {
  serialize(body) {
    if (body instanceof FormData) return body;
    const form = new FormData();
    for (const [name, value] of bodyEntries(body, part)) form.append(name, value);
    return form;
  },
};

function part(value: unknown): string | Blob {
  const json = JSON.stringify(value);
  return typeof value === "object" && value !== null
    ? new Blob([json], { type: "application/json" })
    : json;
}
