/**
 * What an {@link Around} is told about the attempt that it stands around. It holds no credential and no body.
 */
export interface AttemptView {
  /** The `operationId`, or `raw` with the method for a call of the raw client. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The whole URL. Parameters of the query that the definition calls sensitive read `"[redacted]"`, as in hooks. */
  readonly url: string;
  /** The path as the document has it, `/things/{id}` for example; of a call of the raw client, as the caller wrote it. */
  readonly path: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Ends the whole call: the caller's `signal`, and its `deadline`. Undefined where it has neither. */
  readonly signal: AbortSignal | undefined;
  /** Headers to add to this attempt, empty at first: write into it before `next` is called. Where the call or a credential sets the same one, that is sent. */
  readonly headers: Record<string, string>;
}

/**
 * Stands around each attempt of a client's calls: the options `concurrency`, `rateLimit` and `tracing` each take one. It may wait
 * before it calls `next`, outside the attempt's `timeout` and inside the call's `deadline`, and it sees what comes of it.
 *
 * @param attempt The attempt that is about to be sent.
 * @param next Sends it. To be called once; the body of the answer has been read when it settles, but for a stream.
 * @returns What `next` gave. A rejection without a call of `next` ends the call: nothing was sent, and nothing is tried again.
 */
export type Around = (attempt: AttemptView, next: () => Promise<Response>) => Promise<Response>;
