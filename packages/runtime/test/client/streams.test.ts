import { getEventListeners } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import {
  byteStream,
  type Call,
  callOperation,
  type CallOptions,
  eventStream,
  type ItemStream,
  jsonLines,
  jsonSequence,
  type OperationDefinition,
  type ServerSentEvent,
} from "../../src/client.js";
import { type Answer, json, serve } from "../support/serve.js";
import { canary, client, failure, type ThingsOptions } from "../support/things.js";

const watch = {
  id: "watchThings",
  method: "GET",
  path: "/things/events",
  response: eventStream({ json: true }),
  accept: "text/event-stream",
} satisfies OperationDefinition;

type Events = ItemStream<ServerSentEvent<unknown>>;

function watchThings(
  url: string,
  call?: CallOptions,
  options?: ThingsOptions,
  operation: OperationDefinition = watch,
): Call<Events> {
  return callOperation(client(url, options), operation, {}, call);
}

const type = { "content-type": "text/event-stream; charset=utf-8" };

/** Answers with events and leaves the stream open; `closed` tells when the connection is gone. */
function open(...texts: string[]) {
  const state = { closed: false, response: undefined as ServerResponse | undefined };
  const answer: Answer = (response) => {
    response.on("close", () => (state.closed = true));
    state.response = response.writeHead(200, { ...type, "x-request-id": "r1" });
    for (const text of texts) response.write(text);
    response.flushHeaders();
  };
  return { state, answer };
}

/** What a loop gets, and what it ends with. */
async function readAll(stream: AsyncIterable<unknown>) {
  const items: unknown[] = [];
  try {
    for await (const item of stream) items.push(item);
  } catch (error) {
    return { items, error: error as Error & Record<string, unknown> };
  }
  return { items };
}

const data = (events: unknown[]) => events.map((event) => (event as ServerSentEvent<unknown>).data);

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
    const stream = await watchThings(url, {}, {}, { ...watch, response, accept: mediaType });
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
    const stream = await callOperation<Events>(things, watch, {});
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

describe("limits", () => {
  test("timeout bounds a wait for more", async () => {
    const { state, answer } = open("data: 1\n\n");
    const { url } = await serve(answer);
    const { items, error } = await readAll(await watchThings(url, { timeout: 1000 }));
    expect(items).toHaveLength(1);
    expect(error).toMatchObject({
      name: "TimeoutError",
      scope: "attempt",
      timeout: 1000,
      operation: "watchThings",
      requestId: "r1",
    });
    await expect.poll(() => state.closed).toBe(true);
  });

  test("deadline bounds the whole, and nobody has to read", async () => {
    const { state, answer } = open("data: 1\n\n");
    const { url } = await serve(answer);
    const stream = await watchThings(url, { deadline: 1000 });
    await expect.poll(() => state.closed, { timeout: 5000 }).toBe(true);
    const { error } = await readAll(stream);
    expect(error).toMatchObject({ name: "TimeoutError", scope: "call", timeout: 1000 });
  });

  test("timeout until the headers is an attempt's, and is tried again", async () => {
    const { url, seen } = await serve((response, _, number) => {
      if (number === 2) response.writeHead(200, type).end("data: 1\n\n");
    });
    const stream = await watchThings(url, { timeout: 1000 });
    expect(data((await readAll(stream)).items)).toEqual([1]);
    expect(seen).toHaveLength(2);
  });

  test("one item has a largest size, a stream has none", async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(0x20);
    const fetch = async () => {
      let sent = 0;
      const body = new ReadableStream({
        pull(controller) {
          if (sent++ < 100) controller.enqueue(chunk);
          else controller.close();
        },
      });
      return new Response(body, { headers: type });
    };
    const whole = (operation: OperationDefinition) =>
      watchThings("https://a.test", {}, { fetch }, operation).then(readAll);
    const { items } = await whole({ ...watch, response: byteStream });
    expect(items).toHaveLength(100);
    const { error } = await whole({ ...watch, response: jsonLines });
    expect(error).toMatchObject({
      name: "ParseError",
      message: "watchThings: item 0 of the stream (from 0) is larger than 67108864 bytes",
    });
  });
});

describe("what goes wrong", () => {
  test("malformed JSON names the item, and shows nothing of it", async () => {
    const { state, answer } = open(`data: 1\n\ndata: {"a": ${canary}\n\ndata: 3\n\n`);
    const { url } = await serve(answer);
    const { items, error } = await readAll(await watchThings(url));
    expect(items).toHaveLength(1);
    expect(error).toMatchObject({
      name: "ParseError",
      code: "PARSE",
      status: 200,
      operation: "watchThings",
      requestId: "r1",
      message: "watchThings: item 1 of the stream (from 0) is not valid JSON",
    });
    expect(JSON.stringify([error, String(error?.stack), error?.cause])).not.toContain(canary);
    await expect.poll(() => state.closed).toBe(true);
  });

  test("a connection that breaks tells how far it came, and is not tried again", async () => {
    const { state, answer } = open("data: 1\n\ndata: 2\n\nda");
    const { url, seen } = await serve(answer);
    const items: unknown[] = [];
    const error = await failure(
      (async () => {
        for await (const item of await watchThings(url)) {
          items.push(item);
          if (items.length === 2) state.response!.destroy();
        }
      })(),
    );
    expect(items).toHaveLength(2);
    expect(error).toMatchObject({
      name: "NetworkError",
      operation: "watchThings",
      requestId: "r1",
    });
    expect(error.message).toMatch(
      /^watchThings: the stream broke off( \(\w+\))?, items so far: 2$/,
    );
    expect(error.cause).toBeInstanceOf(Error);
    expect(seen).toHaveLength(1);
  });

  test("an operation that is not idempotent fails with the same errors: its outcome is known", async () => {
    const { url } = await serve(open("data: 1\n\n").answer);
    const operation = { ...watch, method: "POST" };
    const { error } = await readAll(await watchThings(url, { timeout: 1000 }, {}, operation));
    expect(error).toMatchObject({ name: "TimeoutError" });
  });

  test("an answer of another type is refused, and its connection closed", async () => {
    let closed = false;
    const { url } = await serve((response) => {
      response.on("close", () => (closed = true));
      response.writeHead(200, { "content-type": "application/json", "x-request-id": "r1" });
      response.write("{}");
    });
    expect(await failure(watchThings(url))).toMatchObject({
      name: "ParseError",
      requestId: "r1",
      message:
        "watchThings: the answer with status 200 is no event stream by its Content-Type (request id r1)",
    });
    await expect.poll(() => closed).toBe(true);
  });

  test("an answer outside 2xx is what it is for every operation", async () => {
    const { url, seen } = await serve((response, _, number) =>
      number === 1 ? json(response, 503, {}) : json(response, 404, { error_code: "NO" }),
    );
    const result = await watchThings(url).result();
    expect(result).toMatchObject({
      ok: false,
      error: { name: "NotFoundError", body: { error_code: "NO" } },
    });
    expect(seen).toHaveLength(2);
  });

  test("shows the caller's own line, and no credential", async () => {
    const fetch = async () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            controller.error(Object.assign(new Error(`no ${canary}`), { canary }));
          },
        }),
        { headers: type },
      );
    async function userCode() {
      return readAll(await watchThings("https://a.test", {}, { fetch }));
    }
    const { error } = await userCode();
    expect(error?.stack).toContain("userCode");
    expect(error?.cause).toMatchObject({ message: "no [redacted]" });
  });

  test("hooks see the answer once, with its headers, and the failure once", async () => {
    const told: unknown[] = [];
    const hooks = {
      onResponse: ({ status, body }: { status: number; body: unknown }) =>
        told.push([status, body]),
      onError: ({ operation, error }: { operation: string; error: unknown }) =>
        told.push([operation, (error as Error).name]),
    };
    const { url } = await serve(open("data: 1\n\n", "data: {\n\n").answer);
    const stream = await watchThings(url, {}, { hooks });
    expect(told).toEqual([[200, ""]]);
    await readAll(stream);
    expect(told.slice(1)).toEqual([["watchThings", "ParseError"]]);
    await readAll(await watchThings(url, {}, { hooks })).catch(() => {});
    const ended = await watchThings(url, {}, { hooks });
    ended.cancel();
    expect(told).toHaveLength(5);
  });
});
