import { bodyEntries, entryText } from "./body-entries.js";
import type { BodySerializer } from "./body-serializer.js";

/**
 * Sends a body as `multipart/form-data` (RFC 7578): a part for every property, for an array one for every item. Blobs and
 * files are parts with a file name, other objects parts of the type `application/json` (OpenAPI 3.1, Encoding Object). Those
 * are why no `FormData` is made: it can't give a part a type without making it a file, which servers then look for elsewhere.
 */
export const multipartBody: BodySerializer = {
  serialize(body) {
    if (body instanceof FormData) return body;
    const boundary = `form-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
    const parts: BlobPart[] = [];
    for (const [name, value] of bodyEntries(body)) {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name=${quote(name)}`;
      parts.push(`${head}${about(value)}\r\n\r\n`);
      parts.push(value instanceof Blob ? value : entryText(value), "\r\n");
    }
    // A blob of blobs reads nothing before it is sent, and can be sent again.
    return new Blob([...parts, `--${boundary}--\r\n`], {
      type: `multipart/form-data; boundary=${boundary}`,
    });
  },
};

/** File name and type of a part. */
function about(value: unknown): string {
  if (value instanceof Blob) {
    const name = value instanceof File ? value.name : "blob";
    return `; filename=${quote(name)}\r\nContent-Type: ${value.type || "application/octet-stream"}`;
  }
  const isJson = typeof value === "object" && value !== null;
  return isJson ? "\r\nContent-Type: application/json" : "";
}

/** As browsers write names (HTML Standard, 4.10.21.8). */
function quote(name: string): string {
  return `"${name.replace(/[\r\n"]/g, encodeURIComponent)}"`;
}
