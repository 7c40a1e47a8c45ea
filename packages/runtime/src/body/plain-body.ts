import type { BodySerializer } from "./body-serializer.js";

/** Sends a body as it is: text, bytes or a blob. No stream: it could not be sent again. The type is the caller's `Content-Type` header, else `text/plain` for text and `application/octet-stream`. */
export const plainBody: BodySerializer = {
  serialize: (body) => body as BodyInit,
};
