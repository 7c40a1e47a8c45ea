/** The largest 2xx answer that is read, in bytes: 64 MiB. Beyond it a server could fill the memory. */
export const maxBodySize: number = 64 * 1024 * 1024;

/** The largest other answer that is read, in bytes: 1 MiB. It is searched for secrets, which must not take long. */
const maxErrorSize = 1024 * 1024;

/** A body that was read: text, in UTF-8 as `Response.text` reads it, or bytes. */
export type Body = string | Uint8Array<ArrayBuffer>;

/**
 * Reads a whole body.
 *
 * @param response Its body must be unread.
 * @param signal Ends the reading, and closes the connection.
 * @param asBytes Is it wanted as bytes?
 * @returns What it holds, or undefined when it is too large; the rest is not fetched then.
 */
export function readBody(
  response: Response,
  signal: AbortSignal | undefined,
  asBytes: boolean,
): Promise<Body | undefined> {
  const { headers, type, ok, body } = response;
  const limit = ok ? maxBodySize : maxErrorSize;
  // Reading at once is quicker, and safe where the length is known. It is not that of a body that is to be decompressed,
  // which browsers don't tell of answers from another origin; nor of a `Response` that somebody made.
  return !body ||
    (type === "basic" &&
      !headers.has("content-encoding") &&
      +(headers.get("content-length") ?? NaN) <= limit)
    ? read(response, asBytes)
    : readCounted(body, limit, signal, asBytes);
}

async function readCounted(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
  signal: AbortSignal | undefined,
  asBytes: boolean,
): Promise<Body | undefined> {
  let size = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > limit) controller.terminate();
      else controller.enqueue(chunk);
    },
  });
  const whole = await read(
    new Response(body.pipeThrough(counted, signal ? { signal } : undefined)),
    asBytes,
  );
  return size > limit ? undefined : whole;
}

function read(response: Response, asBytes: boolean): Promise<Body> {
  return asBytes
    ? response.arrayBuffer().then((buffer) => new Uint8Array(buffer))
    : response.text();
}
