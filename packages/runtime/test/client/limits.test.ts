import { getEventListeners } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Answer, json, serve } from "../support/serve.js";
import { client, failure, updateThing } from "../support/things.js";

const stalled: Answer = () => {};
const stalledBody: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"a":');
};
const busy: Answer = (response) => json(response, 503, {}, { "retry-after": "100" });
const never = () => new Promise<never>(() => {});

describe("timeouts", () => {
  test.each([
    ["no headers", stalled],
    ["half a body", stalledBody],
  ])("%s", async (_, answer) => {
    const { url, seen } = await serve(answer);
    const error = await failure(updateThing(client(url), {}, { timeout: 300, retries: 1 }));
    expect(error).toMatchObject({
      name: "TimeoutError",
      timeout: 300,
      scope: "attempt",
      operation: "updateThing",
      attempts: [{ outcome: "TimeoutError" }, { outcome: "TimeoutError" }],
    });
    // A machine that stands still lets the time pass before a request arrives.
    expect(seen.length).toBeLessThanOrEqual(2);
  });

  test("a fetch that ignores its signal", async () => {
    const error = await failure(
      updateThing(client("https://a.test", { fetch: never }), {}, { timeout: 10, retries: 0 }),
    );
    expect(error).toMatchObject({ name: "TimeoutError" });
  });

  test("the deadline ends attempts, and the delay between them", async () => {
    const { url } = await serve(stalled);
    expect(await failure(updateThing(client(url), {}, { deadline: 30 }))).toMatchObject({
      scope: "call",
      timeout: 30,
    });
    const fetch = async () =>
      new Response(null, { status: 503, headers: { "retry-after": "100" } });
    const things = client("https://a.test", { fetch, maxRetryDelay: 100_000, deadline: 30 });
    expect(await failure(updateThing(things, {}))).toMatchObject({
      name: "TimeoutError",
      scope: "call",
      timeout: 30,
      attempts: [{ outcome: "503" }],
    });
  });
});

test("an error's body beyond 1 MiB is not read, a 2xx answer's is", async () => {
  const name = "x".repeat(1024 * 1024);
  const { url } = await serve((response, _, number) =>
    json(response, number === 1 ? 404 : 200, { request_id: "r", name }, { "x-request-id": "h" }),
  );
  const things = client(url);
  expect(await failure(updateThing(things, {}))).toMatchObject({
    name: "NotFoundError",
    body: "",
    requestId: "h",
  });
  expect(await updateThing(things, {})).toMatchObject({ name });
});

describe("the caller's abort", () => {
  const abortSoon = (reason?: unknown) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 20);
    return controller.signal;
  };

  test("before: nothing is sent", async () => {
    const { url, seen } = await serve(stalled);
    const reason = new Error("mine");
    const error = await failure(
      updateThing(client(url), {}, { signal: AbortSignal.abort(reason) }),
    );
    expect(error).toMatchObject({
      name: "AbortedError",
      code: "ABORTED",
      cause: reason,
      operation: "updateThing",
    });
    expect(error.cause).toBe(reason);
    expect(seen).toHaveLength(0);
  });

  test.each([
    ["while headers are awaited", stalled, {}],
    ["while the body is read", stalledBody, {}],
    ["while a retry is awaited", busy, { maxRetryDelay: 100_000 }],
    ["while a credential is awaited", stalled, { credentials: { id: "i", key: never } }],
    ["while a fetch ignores it", stalled, { fetch: never }],
  ])("%s", async (_, answer, options) => {
    const { url, seen } = await serve(answer);
    const signal = abortSoon();
    const error = await failure(updateThing(client(url, options), {}, { signal }));
    expect(error).toMatchObject({ name: "AbortedError" });
    expect(error.cause).toBe(signal.reason);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(seen.length).toBeLessThan(2);
  });

  test("many calls on one signal: no warning, and all end", async () => {
    const warned: Error[] = [];
    const warn = (warning: Error) => void warned.push(warning);
    process.on("warning", warn);
    onTestFinished(() => void process.off("warning", warn));
    const { url } = await serve(stalled);
    const controller = new AbortController();
    const { signal } = controller;
    const calls = Array.from({ length: 12 }, () => updateThing(client(url), {}, { signal }));
    const failures = Promise.all(calls.map(failure));
    await expect.poll(() => getEventListeners(signal, "abort").length).toBe(12);
    controller.abort();
    expect((await failures).map(({ name }) => name)).toEqual(Array(12).fill("AbortedError"));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(warned).toEqual([]);
  });

  test("after: nothing happens, and no listener is left", async () => {
    const { url } = await serve((response) => json(response, 200, { request_id: "r" }));
    const controller = new AbortController();
    const call = updateThing(client(url), {}, { signal: controller.signal });
    await call;
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
    controller.abort();
    expect(await call).toEqual({ request_id: "r" });
  });

  test("AbortSignal.timeout is the caller's abort too", async () => {
    const { url } = await serve(stalled);
    const error = await failure(updateThing(client(url), {}, { signal: AbortSignal.timeout(20) }));
    expect(error).toMatchObject({ name: "AbortedError", cause: { name: "TimeoutError" } });
  });

  test("closes the connection", async () => {
    let closed = false;
    const { url } = await serve((response) => void response.on("close", () => (closed = true)));
    await failure(updateThing(client(url), {}, { signal: abortSoon() }));
    await expect.poll(() => closed).toBe(true);
  });
});
