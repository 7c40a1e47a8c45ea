/**
 * The items of an answer that is read while it comes. It can be read once; `break` and `return` end the request.
 *
 * While it is read: `timeout` bounds each wait for the next piece of the body, `deadline` the whole call, and `signal` ends it. What
 * breaks it off is thrown by the loop, with the same errors as a call. It does not connect again by itself.
 */
export interface ItemStream<Item> extends AsyncIterable<Item> {
  /**
   * Ends the request without reading on; a loop over the items ends. A stream that nobody begins to read is ended by
   * `timeout`, too.
   */
  cancel(): void;
}
