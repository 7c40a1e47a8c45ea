import { ParseError } from "../errors/parse-error.js";
import type { Parsed } from "../parse/parse-answer.js";
import { maxBodySize } from "../send/read-body.js";
import type { ItemStream } from "./item-stream.js";
import { LiveBody } from "./live-body.js";
import type { StreamDecoder, StreamSource } from "./stream-reader.js";

/** Makes the stream of an answer. It reads nothing before it is iterated. */
export function openStream(source: StreamSource, decoder: StreamDecoder): Parsed {
  if (source.mayBeEmpty && !source.response.body) return { data: undefined };
  const body = new LiveBody(source);
  let taken = false;
  const data: ItemStream<unknown> = {
    cancel: () => body.close(),
    [Symbol.asyncIterator]() {
      if (taken) {
        throw new TypeError(
          `${source.operation}: a stream can be read once. Call again for another.`,
        );
      }
      taken = true;
      return items(body, decoder, source);
    },
  };
  return { data };
}

async function* items(body: LiveBody, decoder: StreamDecoder, source: StreamSource) {
  const fail = (problem: string) => {
    const { operation, response } = source;
    const message = `${operation}: item ${body.delivered} of the stream (from 0) ${problem}`;
    return body.fail(new ParseError(message, { operation, status: response.status }));
  };
  try {
    for (;;) {
      const chunk = await body.read();
      const found = decoder.push(chunk);
      for (;;) {
        // What ends the stream while the caller works on an item ends it before the next.
        if (body.isOver()) return;
        let next: IteratorResult<unknown, void>;
        try {
          next = found.next();
        } catch {
          // The parser's own error quotes the body.
          throw fail("is not valid JSON");
        }
        if (next.done) break;
        body.delivered++;
        yield next.value;
      }
      if (!chunk || decoder.finished) return;
      if (decoder.held > maxBodySize) throw fail(`is larger than ${maxBodySize} bytes`);
    }
  } finally {
    body.close();
  }
}
