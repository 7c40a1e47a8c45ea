/** The largest answer that is read, in bytes: 64 MiB. Beyond it a server could fill the memory. */
export const maxBodySize = 64 * 1024 * 1024;

/**
 * Reads a whole body.
 *
 * @param response Its body must be unread.
 * @param signal Ends the reading, and closes the connection.
 * @param limit The largest size in bytes, after decompression.
 * @returns The bytes, or undefined when there are more than `limit`; the rest is not fetched then.
 */
export async function readBody(
  response: Response,
  signal: AbortSignal | undefined,
  limit: number = maxBodySize,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!response.body) return new Uint8Array();
  const { headers } = response;
  // Where the length is known, reading at once is quicker. HTTP keeps the sender to it, except for a body that is to be decompressed.
  const known = headers.has("content-encoding")
    ? NaN
    : Number(headers.get("content-length") ?? NaN);
  if (known <= limit) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    const chunks: BlobPart[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        cancel();
        return undefined;
      }
      chunks.push(value);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}
