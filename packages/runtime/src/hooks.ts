/** What `onRequest` gets. Credentials, and properties, headers and parameters of the query that the definition calls sensitive, read `"[redacted]"`. */
export interface RequestView {
  /** The `operationId`, or `raw` with the method for a call of the raw client. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The whole URL. */
  readonly url: string;
  /** The headers of this attempt, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body of this attempt: the JSON value where it is JSON, else its text, undefined where there is none. `"[redacted]"` as a whole where it is no valid JSON and may hold something sensitive. Made when first read. */
  readonly body: unknown;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** What `onResponse` gets, for every attempt that was answered. */
export interface ResponseView {
  /** The `operationId`, or `raw` with the method for a call of the raw client. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The whole URL. */
  readonly url: string;
  /** The HTTP status. */
  readonly status: number;
  /** The headers of the answer, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body of the answer: the JSON value where it is JSON, else its text, `""` where there is none or where it is a stream, `"[object ArrayBuffer]"` where it is no text. `"[redacted]"` as a whole where it is no valid JSON and may hold something sensitive. Made when first read. */
  readonly body: unknown;
  /** The request id that the server gave, where there is one. */
  readonly requestId: string | undefined;
  /** Milliseconds from the start of the attempt to the end of its body; of a stream, to its headers. */
  readonly duration: number;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** What `onRetry` gets, before the delay. */
export interface RetryView {
  /** The `operationId`, or `raw` with the method for a call of the raw client. */
  readonly operation: string;
  /** The attempt that failed; 1 for the first. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
  /** Why: the HTTP status (`"503"`) or the name of the error (`"TimeoutError"`). */
  readonly reason: string;
}

/** What `onError` gets, once for every call that fails. */
export interface ErrorView {
  /** The `operationId`, or `raw` with the method for a call of the raw client. */
  readonly operation: string;
  /** What the call rejects with, or what a loop over its stream throws. */
  readonly error: unknown;
}

/** Functions that watch calls. They change nothing: the views are frozen, and what a hook throws or rejects with is left aside. */
export interface Hooks {
  /** Before each attempt. */
  readonly onRequest?: ((view: RequestView) => unknown) | undefined;
  /** After each attempt that was answered; of a stream, when its headers are there. */
  readonly onResponse?: ((view: ResponseView) => unknown) | undefined;
  /** Before each delay that a further attempt follows. */
  readonly onRetry?: ((view: RetryView) => unknown) | undefined;
  /** When a call fails for good, or a stream that it gave. */
  readonly onError?: ((view: ErrorView) => unknown) | undefined;
}
