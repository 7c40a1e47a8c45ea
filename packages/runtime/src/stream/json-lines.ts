import type { AnswerReader } from "../parse/answer-reader.js";
import { openStream } from "./open-stream.js";
import { Splitter } from "./splitter.js";
import type { StreamDecoder } from "./stream-decoder.js";

/**
 * Reads an answer as JSON Lines: a JSON value on each line. Empty lines are left out; the last line needs no end.
 */
export const jsonLines: AnswerReader = {
  reads: "stream",
  read: (exchange, call) => openStream(exchange, call, new JsonLinesDecoder()),
};

/** Cuts JSON Lines into their values. */
export class JsonLinesDecoder implements StreamDecoder {
  readonly #decoder = new TextDecoder();
  readonly #lines = new Splitter("\n");

  get held(): number {
    return this.#lines.held;
  }

  *push(chunk?: Uint8Array): Generator<unknown, void, undefined> {
    // The line feed ends the last line where the body has none there.
    const text = chunk
      ? this.#decoder.decode(chunk, { stream: true })
      : `${this.#decoder.decode()}\n`;
    for (const line of this.#lines.push(text)) if (line.trim()) yield JSON.parse(line);
  }
}
