import type { AnswerReader } from "../parse/answer-reader.js";
import { openStream } from "./open-stream.js";
import type { ServerSentEvent } from "./server-sent-event.js";
import { Splitter } from "./splitter.js";
import type { StreamDecoder } from "./stream-decoder.js";

/** What the data of events are. */
export interface EventStreamOptions {
  /** The events whose data are JSON: their names, or all. Data of others are given as text. */
  readonly json?: true | readonly string[];
  /** The events whose data are text where `json` is true. */
  readonly text?: readonly string[];
  /** Data that say that no more events follow, `"[DONE]"` for example. They are not given. */
  readonly end?: string;
}

/** Reads an answer as server-sent events, a {@link ServerSentEvent} each. An answer of another type than `text/event-stream` is refused. */
export function eventStream(options: EventStreamOptions = {}): AnswerReader {
  return {
    reads: "stream",
    read(exchange, call) {
      const { response } = exchange;
      const isOne = /^\s*text\/event-stream\s*(;|$)/i.test(
        response.headers.get("content-type") ?? "",
      );
      if (isOne || (call.operation.mayBeEmpty && !response.body))
        return openStream(exchange, call, new EventDecoder(options));
      void response.body?.cancel().catch(() => {});
      return { problem: "is no event stream by its Content-Type" };
    },
  };
}

/** Parses events as the HTML Standard has it, 9.2.6. An event that the body ends in the middle of is left out. */
export class EventDecoder implements StreamDecoder {
  readonly #options: EventStreamOptions;
  readonly #decoder = new TextDecoder();
  readonly #lines = new Splitter(/\r\n|\r|\n/);
  #afterReturn = false;
  #event = "";
  #data: string[] = [];
  #size = 0;
  #id = "";
  #retry: number | undefined;
  finished = false;

  constructor(options: EventStreamOptions = {}) {
    this.#options = options;
  }

  get held(): number {
    return this.#lines.held + this.#size;
  }

  *push(chunk?: Uint8Array): Generator<ServerSentEvent<unknown>, void, undefined> {
    if (!chunk) return;
    const text = this.#decoder.decode(chunk, { stream: true });
    // CR LF is one end of a line, also where a chunk ends between them.
    const rest = this.#afterReturn && text.startsWith("\n") ? text.slice(1) : text;
    if (text) this.#afterReturn = text.endsWith("\r");
    for (const line of this.#lines.push(rest)) {
      if (line) {
        this.#read(line);
        continue;
      }
      const event = this.#dispatch();
      if (this.finished) return;
      if (event) yield event;
    }
  }

  #read(line: string): void {
    const [, field, value = ""] = /^([^:]*)(?:: ?([^]*))?$/.exec(line)!;
    if (field === "data") {
      this.#data.push(value);
      this.#size += line.length;
    } else if (field === "event") this.#event = value;
    else if (field === "id" && !value.includes("\0")) this.#id = value;
    // More digits make a number that no timer takes.
    else if (field === "retry" && /^\d{1,15}$/.test(value)) this.#retry = Number(value);
  }

  #dispatch(): ServerSentEvent<unknown> | undefined {
    const lines = this.#data;
    const event = this.#event || "message";
    this.#data = [];
    this.#event = "";
    this.#size = 0;
    if (!lines.length) return undefined;
    const data = lines.join("\n");
    const { json, text, end } = this.#options;
    if (data === end) {
      this.finished = true;
      return undefined;
    }
    const isJson = json === true ? !text?.includes(event) : json?.includes(event);
    return {
      event,
      data: isJson ? (JSON.parse(data) as unknown) : data,
      id: this.#id,
      retry: this.#retry,
    };
  }
}
