/** The largest 2xx answer that is read, in bytes: 64 MiB. Beyond it a server could fill the memory. */
export const maxBodySize: number = 64 * 1024 * 1024;

/** The largest other answer that is read, in bytes: 1 MiB. It is searched for secrets, which must not take long. */
const maxErrorSize = 1024 * 1024;

/** A body that was read: of a 2xx answer bytes, else text, in UTF-8 as `Response.text` reads it. */
export type Body = string | ArrayBuffer;

/**
 * Reads a whole body.
 *
 * @param response Its body must be unread.
 * @param signal Ends the reading, and closes the connection.
 * @returns What it holds, or undefined when it is too large; the rest is not fetched then.
 */
export function readBody(
  response: Response,
  signal: AbortSignal | undefined,
): Promise<Body | undefined> {
  const { headers, type, ok, body } = response;
  const limit = ok ? maxBodySize : maxErrorSize;
  const readAll = (readable: Response) => (ok ? readable.arrayBuffer() : readable.text());
  // Reading at once is quicker, and safe where the length is known. It is not that of a body that is to be decompressed,
  // which browsers don't tell of answers from another origin; nor of a `Response` that somebody made.
  if (
    !body ||
    (type === "basic" &&
      !headers.has("content-encoding") &&
      +(headers.get("content-length") ?? NaN) <= limit)
  ) {
    return readAll(response);
  }
  let size = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > limit) controller.terminate();
      else controller.enqueue(chunk);
    },
  });
  const whole = readAll(new Response(body.pipeThrough(counted, signal && { signal })));
  return whole.then((read) => (size > limit ? undefined : read));
}
