import { onAbort } from "./on-abort.js";

/** The largest 2xx answer that is read, in bytes: 64 MiB. Beyond it a server could fill the memory. */
export const maxBodySize = 64 * 1024 * 1024;

/** The largest other answer that is read, in bytes: 1 MiB. It is searched for secrets, which must not take long. */
export const maxErrorSize = 1024 * 1024;

/**
 * Reads a whole body.
 *
 * @param response Its body must be unread.
 * @param signal Ends the reading, and closes the connection.
 * @param limit The largest size in bytes, after decompression.
 * @param direct Does it come from the platform's own `fetch`, which keeps it to its length and to the signal?
 * @returns The bytes, or undefined when there are more than `limit`; the rest is not fetched then.
 */
export async function readBody(
  response: Response,
  signal: AbortSignal | undefined,
  limit: number,
  direct: boolean,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!response.body) return new Uint8Array();
  const { headers, type } = response;
  // Reading at once is quicker, and safe where the length is known. It is not that of a body that is to be decompressed,
  // which browsers don't tell of answers from another origin; nor of a `Response` that somebody made.
  if (
    direct &&
    type === "basic" &&
    !headers.has("content-encoding") &&
    Number(headers.get("content-length") ?? NaN) <= limit
  ) {
    return new Uint8Array(await response.arrayBuffer());
  }
  const reader = response.body.getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  const forget = onAbort(signal, cancel);
  try {
    const chunks: BlobPart[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!ArrayBuffer.isView(value)) {
        cancel();
        throw new TypeError("The body of the answer is not made of bytes");
      }
      size += value.byteLength;
      if (size > limit) {
        cancel();
        return undefined;
      }
      chunks.push(value);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  } finally {
    forget();
  }
}
