import { openStream } from "./open-stream.js";
import type { StreamReader } from "./stream-reader.js";

/**
 * Reads an answer as bytes, in the pieces that they come in.
 *
 * @param accept The `Accept` header.
 */
export function byteStream(accept = "application/octet-stream"): StreamReader {
  return {
    accept,
    open: (source) =>
      openStream(source, { held: 0, push: (chunk) => (chunk ? [chunk] : []).values() }),
  };
}
