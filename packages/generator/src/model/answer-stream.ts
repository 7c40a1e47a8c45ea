import type { Schema } from "./api-model.js";

/** How the items of an answer that is a stream stand in its body. */
export type StreamFormat = "events" | "lines" | "sequence" | "bytes";

/** What an item may be. */
export interface StreamItem {
  /** Names of the events that are such items; none: those that no other item names. */
  readonly events: readonly string[];
  /** The JSON of the item, or of the event's data; `undefined`: text, or bytes. */
  readonly schema: Schema | undefined;
}

/** An answer that callers get item by item. */
export interface AnswerStream {
  readonly format: StreamFormat;
  readonly items: readonly StreamItem[];
  /** Data of an event that say that no more follow. */
  readonly end: string | undefined;
}
