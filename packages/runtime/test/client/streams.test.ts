import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import {
  byteStream,
  callOperation,
  eventStream,
  jsonLines,
  jsonSequence,
  type OperationDefinition,
} from "../../src/client.js";
import { serve } from "../support/serve.js";
import { client, failure } from "../support/things.js";
import { data, type Events, open, readAll, type, watch, watchThings } from "../support/watch.js";

describe("a stream", () => {
  test("is there with the headers, and gives each event as it comes", async () => {
    const { state, answer } = open();
    const { url, seen } = await serve(answer);
    const { data: events, response, requestId } = await watchThings(url).withResponse();
    expect([response.status, requestId, response.bodyUsed]).toEqual([200, "r1", false]);
    const iterator = events[Symbol.asyncIterator]();
    for (const n of [1, 2]) {
      const next = iterator.next();
      state.response!.write(`event: add\nid: ${n}\ndata: {"n":${n}}\n\n`);
      expect(await next).toEqual({
        done: false,
        value: { event: "add", id: String(n), retry: undefined, data: { n } },
      });
    }
    state.response!.end();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(seen[0]!.headers.accept).toBe("text/event-stream");
  });

  test.each<[string, OperationDefinition["response"], string, unknown[]]>([
    ["application/jsonl", jsonLines, '{"a":1}\n2', [{ a: 1 }, 2]],
    ["application/x-ndjson", jsonLines, "1\n\n2\n", [1, 2]],
    ["application/json-seq", jsonSequence, "\u001e1\n\u001e2\n", [1, 2]],
    ["application/geo+json-seq", jsonSequence, "\u001e[]\n", [[]]],
  ])("of %s", async (mediaType, response, text, items) => {
    const { url, seen } = await serve((answer) => {
      answer.writeHead(200, { "content-type": mediaType });
      answer.end(text);
    });
    const stream = await watchThings(
      url,
      {},
      {},
      {
        ...watch,
        response: response!,
        accept: mediaType,
      },
    );
    expect(await readAll(stream)).toEqual({ items });
    expect(seen[0]!.headers.accept).toBe(mediaType);
  });

  test("of bytes", async () => {
    const bytes = Buffer.alloc(300_000, "ab");
    const { url } = await serve((answer) => answer.end(bytes));
    const stream = await watchThings(url, {}, {}, { ...watch, response: byteStream });
    const { items, error } = await readAll(stream);
    expect(error).toBeUndefined();
    expect(Buffer.concat(items as Uint8Array[]).equals(bytes)).toBe(true);
  });

  test("of nothing", async () => {
    const { url } = await serve((answer) => answer.writeHead(200, type).end());
    expect(await readAll(await watchThings(url))).toEqual({ items: [] });
  });

  test("may not be there where the document says so", async () => {
    const { url } = await serve((answer) => answer.writeHead(204).end());
    const operation = { ...watch, mayBeEmpty: true };
    expect(await watchThings(url, {}, {}, operation)).toBeUndefined();
    expect(await failure(watchThings(url))).toMatchObject({ name: "ParseError", status: 204 });
  });

  test("ends where its last data say so, and the connection with it", async () => {
    const { state, answer } = open("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n");
    const { url } = await serve(answer);
    const response = eventStream({ json: true, end: "[DONE]" });
    const { items } = await readAll(await watchThings(url, {}, {}, { ...watch, response }));
    expect(data(items)).toEqual([1]);
    await expect.poll(() => state.closed).toBe(true);
  });

  test("is read once", async () => {
    const { url } = await serve((answer) => answer.writeHead(200, type).end("data: 1\n\n"));
    const stream = await watchThings(url);
    await readAll(stream);
    expect(() => stream[Symbol.asyncIterator]()).toThrow(
      new TypeError("watchThings: a stream can be read once. Call again for another."),
    );
  });

  test("is the caller's with middleware, too", async () => {
    const { url } = await serve((answer) => answer.writeHead(200, type).end("data: 1\n\n"));
    const things = client(url);
    const statuses: number[] = [];
    things.raw.use({ onResponse: ({ response }) => void statuses.push(response.status) });
    const stream = await callOperation<Promise<Events>>(things, watch, {});
    expect(data((await readAll(stream)).items)).toEqual([1]);
    expect(statuses).toEqual([200]);
  });
});

describe("the caller ends it", () => {
  test("leaving the loop closes the connection, and leaves no listener", async () => {
    const { state, answer } = open("data: 1\n\ndata: 2\n\n");
    const { url } = await serve(answer);
    const { signal } = new AbortController();
    for await (const { data } of await watchThings(url, { signal, deadline: 60_000 })) {
      expect(data).toBe(1);
      break;
    }
    await expect.poll(() => state.closed).toBe(true);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("cancel ends a stream that nobody reads, and a wait", async () => {
    const { state, answer } = open();
    const { url } = await serve(answer);
    const stream = await watchThings(url);
    stream.cancel();
    await expect.poll(() => state.closed).toBe(true);
    expect(await readAll(stream)).toEqual({ items: [] });

    const waiting = await watchThings(url);
    const result = readAll(waiting);
    waiting.cancel();
    expect(await result).toEqual({ items: [] });
  });

  test("cancel within the loop gives nothing more", async () => {
    const { url } = await serve(open("data: 1\n\ndata: 2\n\ndata: {").answer);
    const stream = await watchThings(url);
    const items = [];
    for await (const item of stream) {
      items.push(item);
      stream.cancel();
    }
    expect(items).toHaveLength(1);
  });

  test.each(["while it waits", "between two events", "before it is read"])(
    "abort %s",
    async (when) => {
      const { state, answer } = open("data: 1\n\ndata: 2\n\n");
      const { url } = await serve(answer);
      const controller = new AbortController();
      const { signal } = controller;
      const reason = new Error("mine");
      const stream = await watchThings(url, { signal, retries: 0 });
      if (when === "before it is read") controller.abort(reason);
      const items: unknown[] = [];
      const error = await failure(
        (async () => {
          for await (const item of stream) {
            items.push(item);
            if (when === "between two events") controller.abort(reason);
            else if (items.length === 2) setTimeout(() => controller.abort(reason), 10);
          }
        })(),
      );
      expect(error).toMatchObject({
        name: "AbortedError",
        operation: "watchThings",
        requestId: "r1",
      });
      expect(error.cause).toBe(reason);
      expect(items).toHaveLength({ w: 2, b: when === "between two events" ? 1 : 0 }[when[0]!]!);
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
      await expect.poll(() => state.closed).toBe(true);
    },
  );
});
