import { describe, expect, test } from "vitest";
import { byteStream, jsonLines, type OperationDefinition } from "../../src/client.js";
import { json, serve } from "../support/serve.js";
import { canary, failure } from "../support/things.js";
import { data, open, readAll, type, watch, watchThings } from "../support/watch.js";

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
      message: "watchThings: the answer with status 200 is no event stream by its Content-Type",
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
      const read = await readAll(await watchThings("https://a.test", {}, { fetch }));
      return read;
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
