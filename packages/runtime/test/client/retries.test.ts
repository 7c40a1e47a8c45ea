import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { client, createThing, failure, updateThing } from "../support/things.js";
import { type Answer, json, serve } from "../support/serve.js";

/** Answers with each status in turn, then 200; 0 closes the connection without an answer. */
const inTurn =
  (statuses: number[], headers = {}): Answer =>
  (response, _, number) => {
    const status = statuses[number - 1] ?? 200;
    if (status) json(response, status, { request_id: `r${number}` }, status === 200 ? {} : headers);
    else response.destroy();
  };

describe("an idempotent operation", () => {
  test.each([[503], [429], [500], [408], [0]])("is sent again after %i", async (status) => {
    const { url, seen } = await serve(inTurn([status]));
    expect(await updateThing(client(url), { a: 1 })).toEqual({ request_id: "r2" });
    expect(seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  test("at most twice by default, and as often as the options say", async () => {
    const { url, seen } = await serve(inTurn([503, 503, 503, 503, 503, 503, 503]));
    expect(await failure(updateThing(client(url), {}))).toMatchObject({ status: 503 });
    expect(seen).toHaveLength(3);
    expect(
      await failure(updateThing(client(url, { retries: 5 }), {}, { retries: 0 })),
    ).toMatchObject({ status: 503 });
    expect(seen).toHaveLength(4);
  });

  test("asks for the credentials of every attempt", async () => {
    const { url, seen } = await serve(inTurn([503, 503]));
    let count = 0;
    await updateThing(
      client(url, {
        credentials: { id: "i", key: () => `key-${++count}` },
        credentialPlacement: "body",
      }),
      {},
    );
    expect(seen.map(({ body }) => (JSON.parse(body) as { thing_key: string }).thing_key)).toEqual([
      "key-1",
      "key-2",
      "key-3",
    ]);
  });

  test("is not sent again after what it sent was wrong", async () => {
    const { url, seen } = await serve(inTurn([400, 200]));
    await failure(updateThing(client(url), {}));
    expect(seen).toHaveLength(1);
  });

  test.each(["1", new Date(Date.now() + 3600_000).toUTCString()])(
    "waits as Retry-After %s says, within maxRetryDelay",
    async (value) => {
      const delays: number[] = [];
      const { url } = await serve(inTurn([503], { "retry-after": value }));
      const hooks = { onRetry: ({ delay }: { delay: number }) => delays.push(delay) };
      await updateThing(client(url, { hooks, maxRetryDelay: 20 }), {});
      expect(delays).toEqual([20]);
    },
  );

  test("waits as long as Retry-After says", async () => {
    const delays: number[] = [];
    const { url } = await serve(inTurn([503], { "retry-after": "7" }));
    const controller = new AbortController();
    const hooks = {
      onRetry({ delay }: { delay: number }) {
        delays.push(delay);
        controller.abort();
      },
    };
    const things = client(url, { hooks, maxRetryDelay: 60_000 });
    expect(await failure(updateThing(things, {}, controller))).toMatchObject({
      name: "AbortedError",
    });
    expect(delays).toEqual([7000]);
  });
});

describe("an operation that is not idempotent", () => {
  test("is not sent again when the connection breaks, and tells that it may have happened", async () => {
    const { url, seen } = await serve(inTurn([0]));
    const error = await failure(createThing(client(url), {}));
    expect(error).toMatchObject({
      name: "OutcomeUnknownError",
      code: "OUTCOME_UNKNOWN",
      operation: "createThing",
    });
    expect(error.cause).toMatchObject({ name: "NetworkError", cause: { message: "fetch failed" } });
    expect(seen).toHaveLength(1);
  });

  test("nor when the answer breaks off", async () => {
    const { url, seen } = await serve((response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write("{");
      setTimeout(() => response.destroy(), 5);
    });
    expect(await failure(createThing(client(url), {}))).toMatchObject({
      name: "OutcomeUnknownError",
    });
    expect(seen).toHaveLength(1);
  });

  test("nor after a timeout", async () => {
    const { url, seen } = await serve(() => {});
    for (const options of [{ timeout: 300 }, { deadline: 300 }]) {
      const error = await failure(createThing(client(url), {}, options));
      expect(error).toMatchObject({
        name: "OutcomeUnknownError",
        cause: { name: "TimeoutError", timeout: 300 },
        attempts: [{ outcome: "TimeoutError" }],
      });
    }
    // A machine that stands still lets the time pass before a request arrives.
    expect(seen.length).toBeLessThanOrEqual(2);
  });

  test("nor after 500, which the server has answered", async () => {
    const { url, seen } = await serve(inTurn([500]));
    expect(await failure(createThing(client(url), {}))).toMatchObject({
      name: "ApiError",
      status: 500,
    });
    expect(seen).toHaveLength(1);
  });

  test("but after 429", async () => {
    const { url, seen } = await serve(inTurn([429]));
    expect(await createThing(client(url), {})).toEqual({ request_id: "r2" });
    expect(seen).toHaveLength(2);
  });

  test("and after a connection that was refused", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const reasons: string[] = [];
    const hooks = { onRetry: ({ reason }: { reason: string }) => reasons.push(reason) };
    const error = await failure(createThing(client(`http://127.0.0.1:${port}`, { hooks }), {}));
    expect(error).toMatchObject({
      name: "NetworkError",
      message: `createThing: no connection to http://127.0.0.1:${port} (ECONNREFUSED)`,
    });
    expect(reasons).toEqual(["NetworkError", "NetworkError"]);
  });

  test("and the longest delay is what a timer can count", async () => {
    const { url, seen } = await serve((response) => {
      response.writeHead(429, { "retry-after": String(30 * 24 * 3600) }).end();
    });
    const controller = new AbortController();
    const delays: number[] = [];
    const hooks = {
      onRetry({ delay }: { delay: number }) {
        delays.push(delay);
        setTimeout(() => controller.abort(), 50);
      },
    };
    const things = client(url, { hooks, maxRetryDelay: Infinity });
    const error = await failure(createThing(things, {}, { signal: controller.signal }));
    expect(error).toMatchObject({ name: "AbortedError" });
    expect(delays).toEqual([2 ** 31 - 1]);
    expect(seen).toHaveLength(1);
  });

  test("and a credential that did not come in time leaves nothing unknown", async () => {
    const { url, seen } = await serve(inTurn([]));
    const things = client(url, {
      credentials: { id: "i", key: () => new Promise<string>(() => {}) },
    });
    const error = await failure(createThing(things, {}, { timeout: 10, retries: 1 }));
    expect(error).toMatchObject({ name: "TimeoutError", scope: "attempt" });
    expect(seen).toHaveLength(0);
  });
});
