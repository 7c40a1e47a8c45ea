import { expect, test } from "vitest";
import {
  createClient,
  createFeedsClient,
  watchOrders,
} from "../documents/streams/expected/index.js";
import { exchange } from "../support/exchange.js";
import { serve } from "../support/serve.js";

type Client = ReturnType<typeof createFeedsClient>;

async function all(stream: AsyncIterable<unknown> | undefined): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of stream ?? []) items.push(item);
  return items;
}

const EVENTS = "text/event-stream";
const event = (name: string, data: unknown, more = {}) => ({
  event: name,
  data,
  id: "",
  retry: undefined,
  ...more,
});

const rows: readonly (readonly [
  name: string,
  call: (client: Client) => PromiseLike<AsyncIterable<unknown> | undefined>,
  type: string,
  pieces: readonly string[],
  want: { readonly line: string; readonly accept: string; readonly gives: readonly unknown[] },
])[] = [
  [
    "events, each with data of its own kind",
    (client) => client.watchOrders({ query: { since: "a b" } }),
    EVENTS,
    [
      "retry: 9\n\nevent: note\ndata: 1\n\nevent: count\nda",
      "ta: 2\nid: x\r\n\r\nevent: chan",
      'ged\ndata: {"id":"o1",\ndata: "state":"open"}\n\n: ping\n\nevent: opened\r',
      '\ndata: {"id":"o2"}\n\nevent: new\ndata: {\n\nevent: closed\ndata: {}',
    ],
    {
      line: "GET /events?since=a%20b",
      accept: EVENTS,
      gives: [
        event("note", "1", { retry: 9 }),
        event("count", "2", { id: "x", retry: 9 }),
        event("changed", { id: "o1", state: "open" }, { id: "x", retry: 9 }),
        event("opened", { id: "o2" }, { id: "x", retry: 9 }),
        event("new", "{", { id: "x", retry: 9 }),
      ],
    },
  ],
  [
    "events with JSON, up to their end",
    (client) => client.watchTicks(),
    EVENTS,
    ['data: {"at":1}\n\n', 'data: {"at":2}\n\ndata: [DONE]\n\n', "data: more\n\n"],
    {
      line: "GET /ticks",
      accept: EVENTS,
      gives: [event("message", { at: 1 }), event("message", { at: 2 })],
    },
  ],
  [
    "events with text",
    (client) => client.readLog(),
    EVENTS,
    ["data: 1\ndata: 2\n\n"],
    { line: "GET /log", accept: EVENTS, gives: [event("message", "1\n2")] },
  ],
  [
    "events beside JSON that are asked for",
    (client) => client.askStreamed(),
    EVENTS,
    ['event: bit\ndata: {"text":"a"}\n\nevent: failed\ndata: {"code":"c"}\n\n'],
    {
      line: "POST /answers/stream",
      accept: EVENTS,
      gives: [event("bit", { text: "a" }), event("failed", { code: "c" })],
    },
  ],
  [
    "events in place of JSON, by the choice of the caller",
    (client) => client.ask({}, { accept: "text/event-stream" }),
    EVENTS,
    ['data: {"at":1}\n\n'],
    { line: "POST /answers", accept: EVENTS, gives: [event("message", { at: 1 })] },
  ],
  [
    "lines of JSON",
    (client) => client.exportOrders({ from: "x" }),
    "application/x-ndjson",
    ['{"id":"o1","st', 'ate":"open"}\n\n{"id":"ä"', "}"],
    {
      line: "POST /lines",
      accept: "application/x-ndjson",
      gives: [{ id: "o1", state: "open" }, { id: "ä" }],
    },
  ],
  [
    "a sequence of JSON",
    (client) => client.readPlaces(),
    "application/geo+json-seq",
    ['\u001e{"type":\n"Feature"}\n', '\u001e{"type":"Feature","id":"a"}\n'],
    {
      line: "GET /sequence",
      accept: "application/geo+json-seq",
      gives: [{ type: "Feature" }, { type: "Feature", id: "a" }],
    },
  ],
];

test.each(rows)("%s", async (_, call, type, pieces, want) => {
  const found = await exchange({ type, body: pieces }, (options) =>
    Promise.resolve(call(createFeedsClient(options))).then(all),
  );
  expect(found.fails).toBeUndefined();
  expect(found).toMatchObject(want);
});

test("bytes as they come", async () => {
  const { gives, accept } = await exchange(
    { type: "application/gzip", body: ["ab", "c"] },
    (options) => createFeedsClient(options).readBackup().then(all),
  );
  expect(Buffer.concat(gives as Uint8Array[]).toString()).toBe("abc");
  expect(accept).toBe("application/gzip");
});

test("no stream where there may be none, and a whole where it is asked for", async () => {
  const none = await exchange({ status: 204 }, (options) =>
    createFeedsClient(options).watchTicks(),
  );
  expect(none.gives).toBeUndefined();
  const whole = await exchange({ type: EVENTS, body: "data: 1\n\n" }, (options) =>
    createFeedsClient(options).readWhole(),
  );
  expect(whole.gives).toBe("data: 1\n\n");
});

test("an error in place of a stream, and one within it", async () => {
  const { url } = await serve(({ url: path }) =>
    path === "/events"
      ? { status: 400, type: "application/json", body: '{"code":"NO"}' }
      : { type: EVENTS, headers: { "x-request-id": "r1" }, body: "data: {\n\n" },
  );
  const refused = await watchOrders(createClient({ baseUrl: url })).result();
  expect(refused).toMatchObject({ ok: false, error: { status: 400, body: { code: "NO" } } });
  const stream = await createFeedsClient({ baseUrl: url }).watchTicks();
  await expect(all(stream)).rejects.toMatchObject({
    name: "ParseError",
    operation: "watchTicks",
    requestId: "r1",
  });
});

test("leaving the loop ends the request", async () => {
  const { url } = await serve(() => ({
    type: EVENTS,
    body: Array.from({ length: 1000 }, () => "data: 1\n\n"),
  }));
  for await (const { data } of await createFeedsClient({ baseUrl: url }).readLog()) {
    expect(data).toBe("1");
    break;
  }
});
