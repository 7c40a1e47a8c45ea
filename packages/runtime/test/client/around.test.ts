import { describe, expect, test } from "vitest";
import {
  type Around,
  type AttemptView,
  type CallOptions,
  concurrency,
  rateLimit,
} from "../../src/index.js";
import { type Call, callOperation, queryStyles, withParameters } from "../../src/client.js";
import { openTelemetry } from "../../src/opentelemetry.js";
import { json, serve } from "../support/serve.js";
import { printed, recordSpans } from "../support/spans.js";
import { canary, client, createThing, failure, update, updateThing } from "../support/things.js";

describe("what stands around an attempt", () => {
  test("is told of each, without secrets, and adds headers", async () => {
    const { url, seen } = await serve((response, _, number) =>
      json(response, number === 1 ? 503 : 200, { request_id: "r" }),
    );
    const views: AttemptView[] = [];
    const tracing: Around = (attempt, next) => {
      views.push(attempt);
      attempt.headers["x-attempt"] = String(attempt.attempt);
      return next();
    };
    const { signal } = new AbortController();
    await updateThing(client(url, { tracing }), { secret: canary }, { signal });
    expect(views).toMatchObject(
      [1, 2].map((attempt) => ({
        operation: "updateThing",
        method: "POST",
        url: `${url}/things/update`,
        path: "/things/update",
        attempt,
      })),
    );
    expect(views[0]!.signal).toBeInstanceOf(AbortSignal);
    expect(JSON.stringify(views)).not.toContain(canary);
    expect(seen.map(({ headers }) => headers["x-attempt"])).toEqual(["1", "2"]);
  });

  test("sees a URL without what is sensitive in its query", async () => {
    const { url, seen } = await serve((response) => json(response, 200, { request_id: "r" }));
    const urls: string[] = [];
    const tracing: Around = (attempt, next) => (urls.push(attempt.url), next());
    const list = {
      ...update,
      method: "GET",
      parameters: withParameters({ query: queryStyles({}) }),
    } as const;
    const call: Call<unknown> = callOperation(client(url, { tracing }), list, {
      query: { a: "1", password: canary },
    });
    await call;
    expect(seen[0]!.url).toContain(canary);
    expect(urls).toEqual([`${url}/things/update?a=1&password=[redacted]`]);
  });

  test("wins over no header of the call, and none of a credential", async () => {
    const { url, seen } = await serve((response) => json(response, 200, { request_id: "r" }));
    const tracing: Around = (attempt, next) => {
      Object.assign(attempt.headers, { "thing-key": "other", "x-own": "other" });
      return next();
    };
    await updateThing(client(url, { tracing }), {}, { headers: { "X-Own": "mine" } });
    expect(seen[0]!.headers).toMatchObject({ "thing-key": canary, "x-own": "mine" });
  });

  test("stands in its order: concurrency, rateLimit, tracing, the attempt", async () => {
    const { url } = await serve((response) => json(response, 200, { request_id: "r" }));
    const order: string[] = [];
    const around =
      (name: string): Around =>
      async (_, next) => {
        order.push(name);
        const response = await next();
        order.push(`/${name}`);
        return response;
      };
    const [tracing, limit, rate] = ["tracing", "concurrency", "rateLimit"].map(around);
    const hooks = { onRequest: () => void order.push("request") };
    const options = { tracing, concurrency: limit, rateLimit: rate, hooks };
    await updateThing(client(url, options), {});
    expect(order.join(" ")).toBe(
      "concurrency rateLimit tracing request /tracing /rateLimit /concurrency",
    );
  });
});

describe("concurrency", () => {
  test("bounds the calls of all clients that have it", async () => {
    let now = 0;
    let most = 0;
    const { url } = await serve((response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        json(response, 200, { request_id: "r" });
      }, 5);
    });
    const limit = concurrency(2);
    const clients = [client(url, { concurrency: limit }), client(url, { concurrency: limit })];
    await Promise.all(Array.from({ length: 20 }, (_, i) => updateThing(clients[i % 2]!, { i })));
    expect(most).toBe(2);
  });

  test("lets others in during the delay before another attempt", async () => {
    const { url, seen } = await serve((response, { body }, number) =>
      number === 1
        ? json(response, 503, {}, { "retry-after": "1" })
        : json(response, 200, { request_id: body }),
    );
    const things = client(url, { concurrency: concurrency(1), maxRetryDelay: 100 });
    const slow = updateThing(things, { slow: true });
    await updateThing(things, { quick: true });
    await slow;
    expect(seen.map(({ body }) => body)).toEqual([
      '{"slow":true}',
      '{"quick":true}',
      '{"slow":true}',
    ]);
  });

  test("a call that waits ends with its signal, its deadline or a full queue, and is not sent", async () => {
    let free = () => {};
    const { url, seen } = await serve((response, _, number) => {
      if (number > 1) json(response, 200, { request_id: "r" });
      else free = () => json(response, 200, { request_id: "r" });
    });
    const things = client(url, { concurrency: concurrency({ limit: 1, queue: 2 }) });
    const first = updateThing(things, {});
    await expect.poll(() => seen.length).toBe(1);
    const controller = new AbortController();
    const aborted = failure(createThing(things, {}, { signal: controller.signal }));
    const late = failure(createThing(things, {}, { deadline: 30 }));
    const refused = await failure(createThing(things, {}));
    expect(refused).toMatchObject({ name: "NetworkError", operation: "createThing" });
    controller.abort("enough");
    expect(await aborted).toMatchObject({ name: "AbortedError", cause: "enough" });
    expect(await late).toMatchObject({ name: "TimeoutError", scope: "call" });
    free();
    await first;
    await updateThing(things, {});
    expect(seen).toHaveLength(2);
  });

  test("a full queue is not tried again", async () => {
    const { url } = await serve(() => {});
    const retried: string[] = [];
    const hooks = { onRetry: ({ reason }: { reason: string }) => void retried.push(reason) };
    const things = client(url, { hooks, concurrency: concurrency({ limit: 1, queue: 0 }) });
    const controller = new AbortController();
    const first = failure(updateThing(things, {}, { signal: controller.signal }));
    expect(await failure(updateThing(things, {}))).toMatchObject({ name: "NetworkError" });
    expect(retried).toEqual([]);
    controller.abort();
    await first;
  });

  test("timeout does not count while a call waits", async () => {
    let answers = () => {};
    let calls = 0;
    const fetch = async () => {
      if (calls++ === 0) await new Promise<void>((resolve) => (answers = resolve));
      return Response.json({ request_id: "r" });
    };
    const options = { fetch, concurrency: concurrency(1), retries: 0 };
    const things = client("https://a.test", options);
    const slow = updateThing(things, {}, { timeout: Infinity });
    const waits = updateThing(things, {}, { timeout: 50 });
    setTimeout(() => answers(), 100);
    await expect(Promise.all([slow, waits])).resolves.toHaveLength(2);
  });
});

test("rateLimit counts further attempts too, and who waits too long is not sent", async () => {
  const { url, seen } = await serve((response, _, number) => {
    json(response, number === 1 ? 503 : 200, { request_id: "r" });
  });
  const things = client(url, { rateLimit: rateLimit({ requests: 2, per: 3_600_000 }) });
  await updateThing(things, {});
  expect(seen).toHaveLength(2);
  expect(await failure(createThing(things, {}, { deadline: 30 }))).toMatchObject({
    name: "TimeoutError",
    scope: "call",
  });
  expect(seen).toHaveLength(2);
});

describe("openTelemetry", () => {
  test("has a span for each attempt, whose trace the server gets", async () => {
    const { finished } = recordSpans();
    const { url, seen } = await serve((response, _, number) =>
      json(response, number === 1 ? 503 : 200, { request_id: "r" }),
    );
    await updateThing(client(url, { tracing: openTelemetry() }), { name: canary });
    expect(finished().map(({ name, attributes }) => [name, attributes])).toMatchObject([
      ["POST /things/update", { "http.response.status_code": 503, "error.type": "503" }],
      ["POST /things/update", { "http.response.status_code": 200, "http.request.resend_count": 1 }],
    ]);
    expect(seen.map(({ headers }) => headers["traceparent"])).toEqual(
      finished().map((span) => {
        const { traceId, spanId } = span.spanContext();
        return `00-${traceId}-${spanId}-01`;
      }),
    );
  });

  test.each<[string, Parameters<typeof serve>[0], string, CallOptions?]>([
    ["an error of the server", (response) => json(response, 400, { key: canary }), "400"],
    ["a connection that breaks", (response) => void response.destroy(), "NetworkError"],
    ["no answer in time", () => {}, "TimeoutError", { timeout: 50 }],
  ])("shows no secret of %s", async (_, answer, type, limit) => {
    const { finished } = recordSpans();
    const { url } = await serve(answer);
    const options = { tracing: openTelemetry(), retries: 0 };
    await failure(updateThing(client(url, options), { password: canary }, limit));
    expect(finished()[0]!.attributes["error.type"]).toBe(type);
    expect(finished().map(printed).join()).not.toContain(canary);
  });

  test("calls an abort by its name, and nothing of its reason", async () => {
    const { finished } = recordSpans();
    const controller = new AbortController();
    const { url } = await serve(() => controller.abort(new Error(canary)));
    const call = updateThing(client(url, { tracing: openTelemetry() }), {}, controller);
    expect((await failure(call)).name).toBe("AbortedError");
    await expect.poll(() => finished().length).toBe(1);
    expect(finished()[0]!.attributes["error.type"]).toBe("AbortedError");
    expect(finished().map(printed).join()).not.toContain(canary);
  });

  test("shows no secret of a fetch that fails with one", async () => {
    const { finished } = recordSpans();
    const fetch = () => Promise.reject(Object.assign(new Error(canary), { code: "ECONNRESET" }));
    const things = client("https://live.test", { fetch, tracing: openTelemetry(), retries: 0 });
    await failure(updateThing(things, {}));
    expect(finished()[0]!.status.message).toBe(
      "updateThing: no answer from https://live.test (ECONNRESET)",
    );
    expect(finished().map(printed).join()).not.toContain(canary);
  });
});
