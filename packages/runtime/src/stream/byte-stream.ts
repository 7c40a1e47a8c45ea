import { openStream } from "./open-stream.js";
import type { StreamReader } from "./stream-reader.js";

/** Reads an answer as bytes, in the pieces that they come in. */
export const byteStream: StreamReader = {
  open: (source) =>
    openStream(source, { held: 0, push: (chunk) => (chunk ? [chunk] : []).values() }),
};
