/** One event of a `text/event-stream` (HTML Standard, 9.2). */
export interface ServerSentEvent<Data, Event extends string = string> {
  /** The event's type, `"message"` where the server gives none. */
  readonly event: Event;
  /** What it carries: the value of its JSON where the API's document promises JSON, else its text, lines joined by `\n`. */
  readonly data: Data;
  /** The last id that the server gave, with this event or before, `""` for none. Send it as `Last-Event-ID` to go on from here. */
  readonly id: string;
  /** Milliseconds that the server asks to wait before connecting again, where it has said so. */
  readonly retry: number | undefined;
}
