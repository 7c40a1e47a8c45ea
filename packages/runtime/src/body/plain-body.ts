import type { BodySerializer } from "./body-serializer.js";

/**
 * Sends a body as it is: text, bytes, a blob or a stream of bytes. The type is the caller's `Content-Type` header, else
 * `text/plain` for text and `application/octet-stream`. A stream can't be sent again, so that no attempt follows the first.
 */
export const plainBody: BodySerializer = {
  serialize(body) {
    if (body instanceof ReadableStream && body.locked) {
      throw new TypeError("The body is a stream that somebody reads already. Give a new one.");
    }
    return body as BodyInit;
  },
};
