import { onAbort } from "./on-abort.js";

/** The largest 2xx answer that is read, in bytes: 64 MiB. Beyond it a server could fill the memory. */
export const maxBodySize: number = 64 * 1024 * 1024;

/** A body that was read: of a 2xx answer bytes, else text, in UTF-8 as `Response.text` reads it. */
export type Body = string | Uint8Array<ArrayBuffer>;

/**
 * Reads a whole body, chunk by chunk: the length that an answer announces is not that of a body which was compressed, nor of a
 * `Response` that somebody made. It is quicker than `arrayBuffer()`, too, since one chunk, as most answers have, is not copied.
 *
 * @param response Its body must be unread.
 * @param signal Ends the reading, and closes the connection. Only a `fetch` that may ignore its own signal needs it.
 * @returns What it holds, or undefined when it is too large; the rest is not fetched then.
 * @throws Unknown What the stream fails with; a TypeError where it is not made of bytes.
 */
export async function readBody(
  response: Response,
  signal: AbortSignal | undefined,
): Promise<Body | undefined> {
  const ok = response.ok;
  // An error is searched for secrets, which must not take long: at most 1 MiB of it.
  const limit = ok ? maxBodySize : maxBodySize / 64;
  const reader = response.body?.getReader();
  const close = () => void reader?.cancel().catch(() => {});
  onAbort(signal, close);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let chunk; (chunk = (await reader?.read())?.value); chunks.push(chunk)) {
    // Of what is no bytes there is none, and this throws.
    if ((size += chunk.byteLength.valueOf()) > limit) return close();
  }
  const bytes =
    chunks.length === 1
      ? chunks[0]!
      : // Where there is no stream, there may be something to read all the same, as React Native has it.
        new Uint8Array(await (reader ? new Blob(chunks) : response).arrayBuffer());
  return ok ? bytes : new TextDecoder().decode(bytes);
}
