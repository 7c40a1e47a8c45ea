import type { AnswerReader } from "../parse/answer-reader.js";
import { openStream } from "./open-stream.js";
import { Splitter } from "./splitter.js";
import type { StreamDecoder } from "./stream-decoder.js";

/** RFC 7464, 2.2: the record separator stands before each JSON text. */
const separator = "\u001e";

/**
 * Reads an answer as a JSON text sequence (RFC 7464). A text that may be cut off (2.4) is not valid.
 */
export const jsonSequence: AnswerReader = {
  reads: "stream",
  read: (exchange, call) => openStream(exchange, call, new JsonSequenceDecoder()),
};

/** Cuts a JSON text sequence into its values. */
export class JsonSequenceDecoder implements StreamDecoder {
  readonly #decoder = new TextDecoder();
  readonly #texts = new Splitter(separator);
  /** How much was held when it was last looked whether that is a whole text. */
  #looked = 0;

  get held(): number {
    return this.#texts.held;
  }

  *push(chunk?: Uint8Array): Generator<unknown, void, undefined> {
    const text = chunk
      ? this.#decoder.decode(chunk, { stream: true })
      : this.#decoder.decode() + separator;
    for (const part of this.#texts.push(text)) {
      this.#looked = 0;
      if (!part.trim()) continue;
      // The end of a number or a literal is not seen without white space behind it.
      if (/[^\s"\]}]$/.test(part)) throw new SyntaxError();
      yield JSON.parse(part);
    }
    // A text ends with a line feed, and the next separator may be long in coming.
    if (text.endsWith("\n") && this.held >= 2 * this.#looked) yield* this.#whole();
  }

  /** What is held, if it is a whole text. Asked for only when it has doubled, because each look reads all of it. */
  *#whole(): Generator<unknown, void, undefined> {
    const text = this.#texts.take();
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.#looked = text.length;
      this.#texts.put(text);
      return;
    }
    yield value;
  }
}
