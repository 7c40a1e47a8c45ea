import type { AnswerReader } from "../parse/answer-reader.js";
import { openStream } from "./open-stream.js";

/** Reads an answer as bytes, in the pieces that they come in. */
export const byteStream: AnswerReader = {
  reads: "stream",
  read: (exchange, call) =>
    openStream(exchange, call, { held: 0, push: (chunk) => (chunk ? [chunk] : []).values() }),
};
