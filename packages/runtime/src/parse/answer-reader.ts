import type { CallState } from "../call-state.js";
import type { Exchange } from "../send/exchange.js";

/** What a 2xx answer turned out to be: data, or the words for what is wrong with it. */
export interface Parsed {
  readonly data?: unknown;
  readonly problem?: string;
}

/** How a 2xx answer becomes data. */
export interface AnswerReader {
  /** A stream is left unread. When absent, the body is read as bytes. */
  readonly reads?: "stream";
  /** Gives the data, or words for what is wrong with the answer. */
  read(this: void, exchange: Exchange, call: CallState): Parsed;
}
