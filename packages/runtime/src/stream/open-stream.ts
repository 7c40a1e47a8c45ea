import { ParseError } from "../errors/parse-error.js";
import type { CallState } from "../call-state.js";
import type { Parsed } from "../parse/answer-reader.js";
import type { Exchange } from "../send/exchange.js";
import { maxBodySize } from "../send/read-body.js";
import type { ItemStream } from "./item-stream.js";
import { LiveBody } from "./live-body.js";
import type { StreamDecoder } from "./stream-decoder.js";

/** Makes the stream of an answer. It reads nothing before it is iterated. */
export function openStream(
  { response }: Exchange,
  call: CallState,
  decoder: StreamDecoder,
): Parsed {
  const { operation } = call;
  if (operation.mayBeEmpty && !response.body) return {};
  const body = new LiveBody(response, call);
  let taken = false;
  const data: ItemStream<unknown> = {
    cancel: () => body.close(),
    [Symbol.asyncIterator]() {
      if (taken) {
        throw new TypeError(`${operation.id}: a stream can be read once. Call again for another.`);
      }
      taken = true;
      return items(body, decoder, operation.id, response.status);
    },
  };
  return { data };
}

async function* items(body: LiveBody, decoder: StreamDecoder, id: string, status: number) {
  const fail = (problem: string) => {
    const message = `${id}: item ${body.delivered} of the stream (from 0) ${problem}`;
    return body.fail(new ParseError(message, { status }));
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
