import { GATE, json, pieces, type Answer } from "./answer.ts";
import type { Check } from "./check.ts";
import type { SuiteClient, Tools } from "./tools.ts";

const EVENTS = "text/event-stream";
const LINES = "application/x-ndjson";
const SOON = 1_500;

const event = (data: unknown, more = {}) => ({ event: "message", data, id: "", ...more });

type Name = "watchEvents" | "readLines" | "readSequence" | "readBackup";
type Options = NonNullable<Parameters<SuiteClient[Name]>[1]>;

/** Reads a stream to its end, and gives its items; what it fails with comes after them. */
async function all({ suite, describe }: Tools, name: Name, options: Options = {}) {
  const items: unknown[] = [];
  try {
    for await (const item of (await suite()[name]({}, options)) as AsyncIterable<unknown>) {
      items.push(item instanceof Uint8Array ? item.length : item);
    }
  } catch (error) {
    items.push({ fails: describe(error) });
  }
  return items;
}

const reads = (name: string, operation: Name, answer: Answer, want: readonly unknown[]): Check => ({
  name,
  answers: [answer],
  run: (tools) => all(tools, operation),
  want,
});

const failure = (name: string, code: string, more = {}) => ({
  fails: { is: `ClientError ${name}`, name, code, operation: "readLines", ...more },
});

/** Answers that are given item by item. */
export const streams: readonly Check[] = [
  reads(
    "events, cut anywhere",
    "watchEvents",
    pieces(
      EVENTS,
      "retry: 9\n\n: ping\nda",
      'ta: {"at":1,\nid: x\r',
      '\ndata: "text":"ä',
      [0xf0, 0x9f],
      [0x98, 0x80],
      '"}\r\n\r',
      '\nevent: tick\ndata: {"at":2}\n\ndata: [DONE]\n\n',
      'data: {"at":3}\n\n',
    ),
    [
      event({ at: 1, text: "ä😀" }, { id: "x", retry: 9 }),
      event({ at: 2 }, { event: "tick", id: "x", retry: 9 }),
    ],
  ),
  reads(
    "lines of JSON, cut anywhere",
    "readLines",
    pieces(LINES, '{"at":1}\n{"a', 't":2}\r\n\n{"at":3,"text":"\u00e4', '"}'),
    [{ at: 1 }, { at: 2 }, { at: 3, text: "ä" }],
  ),
  reads(
    "a sequence of JSON",
    "readSequence",
    pieces("application/json-seq", '\u001e{"at":\n1}\n\u001e', '{"at":2}\n'),
    [{ at: 1 }, { at: 2 }],
  ),
  {
    name: "bytes as they come",
    answers: [pieces("application/gzip", 70_000, GATE, 30_000)],
    run: async ({ suite, go }) => {
      let first = 0;
      let total = 0;
      for await (const chunk of (await suite().readBackup()) as AsyncIterable<Uint8Array>) {
        total += chunk.length;
        if (total === 70_000 && !first) {
          first = total;
          await go();
        }
      }
      return [first, total];
    },
    want: [70_000, 100_000],
  },
  {
    name: "an item comes before the next is sent",
    answers: [pieces(LINES, '{"at":1}\n', GATE, '{"at":2}\n')],
    run: async ({ suite, go }) => {
      const items: unknown[] = [];
      for await (const item of (await suite().readLines()) as AsyncIterable<unknown>) {
        items.push(item);
        if (items.length === 1) await go();
      }
      return items;
    },
    want: [{ at: 1 }, { at: 2 }],
  },
  {
    name: "leaving the loop closes the connection",
    answers: [{ ...pieces(LINES, '{"at":1}\n'), ending: "stall" }],
    run: async ({ suite, closed }) => {
      const items: unknown[] = [];
      for await (const item of (await suite().readLines()) as AsyncIterable<unknown>) {
        items.push(item);
        break;
      }
      return [items, await closed()];
    },
    want: [[{ at: 1 }], true],
  },
  {
    name: "cancel closes the connection",
    answers: [{ ...pieces(LINES, '{"at":1}\n'), ending: "stall" }],
    run: async ({ suite, closed }) => {
      const stream = (await suite().readLines()) as AsyncIterable<unknown> & { cancel(): void };
      stream.cancel();
      return closed();
    },
    want: true,
  },
  {
    name: "aborted between items",
    answers: [{ ...pieces(LINES, '{"at":1}\n'), ending: "stall" }],
    run: async ({ suite, describe, closed }) => {
      const controller = new AbortController();
      const items: unknown[] = [];
      const options = { signal: controller.signal };
      try {
        for await (const item of (await suite().readLines({}, options)) as AsyncIterable<unknown>) {
          items.push(item);
          controller.abort("enough");
        }
      } catch (error) {
        items.push(describe(error), (error as Error).cause);
      }
      return [...items, await closed()];
    },
    want: [{ at: 1 }, failure("AbortedError", "ABORTED").fails, "enough", true],
  },
  {
    name: "a timeout between items",
    answers: [{ ...pieces(LINES, '{"at":1}\n'), ending: "stall" }],
    run: (tools) => all(tools, "readLines", { timeout: SOON }),
    want: [{ at: 1 }, failure("TimeoutError", "TIMEOUT", { scope: "attempt" })],
  },
  {
    name: "a deadline between items",
    answers: [{ ...pieces(LINES, '{"at":1}\n'), ending: "stall" }],
    run: (tools) => all(tools, "readLines", { deadline: SOON }),
    want: [{ at: 1 }, failure("TimeoutError", "TIMEOUT", { scope: "call" })],
  },
  reads(
    "a connection that breaks between items",
    "readLines",
    { ...pieces(LINES, '{"at":1}\n', '{"at'), ending: "reset" },
    [{ at: 1 }, failure("NetworkError", "NETWORK")],
  ),
  reads("an item that is no JSON", "readLines", pieces(LINES, '{"at":1}\n{"at":\n{"at":3}\n'), [
    { at: 1 },
    failure("ParseError", "PARSE", { status: 200 }),
  ]),
  {
    name: "an error in place of a stream",
    answers: [json({ code: "NO" }, 400, { "x-request-id": "r1" })],
    run: ({ suite, outcome }) => outcome(() => suite().watchEvents()),
    want: {
      fails: {
        is: "ClientError ApiError",
        name: "ApiError",
        code: "API_ERROR",
        operation: "watchEvents",
        requestId: "r1",
        status: 400,
      },
    },
  },
  {
    name: "tried again until the stream begins",
    answers: [json({}, 503, { "retry-after": "0" }), pieces(EVENTS, 'data: {"at":1}\n\n')],
    run: (tools) => all(tools, "watchEvents"),
    want: [event({ at: 1 })],
  },
];
