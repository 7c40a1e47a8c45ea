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
