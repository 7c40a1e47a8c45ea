import type { Parsed } from "../parse/parse-answer.js";

/** What an answer is read from, and the limits of its call. The runtime makes one for each. */
export interface StreamSource {
  /** The `operationId`, for messages. */
  readonly operation: string;
  /** A 2xx answer, its body unread. */
  readonly response: Response;
  /** The request id that the server gave, where there is one. */
  readonly requestId: string | undefined;
  /** May there be no body, as with 204? The data is undefined then. */
  readonly mayBeEmpty: boolean | undefined;
  /** Milliseconds that each wait for more of the body may last. */
  readonly timeout: number;
  /** Milliseconds that the whole call may last, from `started` on. */
  readonly deadline: number | undefined;
  /** When the call was sent, by `performance.now()`. */
  readonly started: number;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** What takes credentials out of an error that reading failed with. */
  readonly secrets: { clean(error: unknown): unknown };
  /** Tells hooks and logger of the error that ends the stream, and the error where the call came from. */
  report(error: unknown): void;
}

/** How the body of an answer becomes a stream of items. Made by `eventStream`, `jsonLines`, `jsonSequence` and `byteStream`. */
export interface StreamReader {
  /** Gives the stream, or words for what is wrong with the answer. Nothing is read yet. */
  open(source: StreamSource): Parsed;
}

/** Cuts a body into items, chunk by chunk. */
export interface StreamDecoder {
  /**
   * The items that a chunk completes. Without one, the body is at its end.
   *
   * @throws SyntaxError For an item that is not valid JSON.
   */
  push(chunk?: Uint8Array): Iterator<unknown, void, undefined>;
  /** How many characters of an item that is not complete are held. */
  readonly held: number;
  /** Whether no more items are to come, whatever follows. */
  readonly finished?: boolean;
}
