import { describe, expect, test } from "vitest";
import {
  AbortedError,
  ApiError,
  NetworkError,
  OutcomeUnknownError,
  ParseError,
  RateLimitError,
  TimeoutError,
} from "../src/generated/index.js";
import { clientOf, failure } from "./support/clients.js";
import { newCustomer, someone } from "./support/requests.js";
import { html, json, nobody, serve, updated, type Answer } from "./support/serve.js";

const reset: Answer = (response) => response.socket?.resetAndDestroy();
const silent: Answer = () => {};
/** Promises more bytes than it sends. */
const stalled: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"end_customer":');
};
const once =
  (fault: Answer): Answer =>
  (response, seen, number) =>
    number === 1 ? fault(response, seen, number) : json(response, 200, updated);

describe("a connection that is reset", () => {
  test("is tried again by update", async () => {
    const { url, seen } = await serve(once(reset));
    await expect(clientOf(url).updateCustomer(someone)).resolves.toEqual(updated);
    expect(seen.map(({ body }) => body)).toEqual([
      JSON.stringify(someone),
      JSON.stringify(someone),
    ]);
  });

  test("fails update when it stays so", async () => {
    const { url, seen } = await serve(reset);
    expect(await failure(clientOf(url).updateCustomer(someone))).toBeInstanceOf(NetworkError);
    expect(seen).toHaveLength(3);
  });

  test("leaves the outcome of create and enable unknown, after exactly one request", async () => {
    const { url, seen } = await serve(reset);
    const error = await failure(clientOf(url).createCustomer(newCustomer));
    if (!(error instanceof OutcomeUnknownError)) throw error;
    expect(error.cause).toBeInstanceOf(NetworkError);
    expect(error.operation).toBe("createCustomer");
    expect(seen).toHaveLength(1);

    expect(await failure(clientOf(url).enableCustomer(someone))).toBeInstanceOf(
      OutcomeUnknownError,
    );
    expect(seen).toHaveLength(2);
  });
});

describe.each([
  ["headers", silent],
  ["body", stalled],
])("an answer whose %s stall", (_, fault) => {
  test("is tried again by update", async () => {
    const { url, seen } = await serve(once(fault));
    const call = clientOf(url).updateCustomer(someone, { timeout: 1_000 });
    await expect(call).resolves.toEqual(updated);
    expect(seen).toHaveLength(2);
  });

  test("is a TimeoutError when it stays so", async () => {
    const { url, seen } = await serve(fault);
    const error = await failure(
      clientOf(url).updateCustomer(someone, { timeout: 250, retries: 1 }),
    );
    if (!(error instanceof TimeoutError)) throw error;
    expect(error).toMatchObject({ code: "TIMEOUT", scope: "attempt", timeout: 250 });
    expect(error.attempts).toHaveLength(2);
    // A machine that stands still lets the time pass before a request arrives.
    expect(seen.length).toBeLessThanOrEqual(2);
  });

  test("leaves the outcome of create unknown, after exactly one attempt", async () => {
    const { url, seen } = await serve(fault);
    const error = await failure(clientOf(url).createCustomer(newCustomer, { timeout: 300 }));
    if (!(error instanceof OutcomeUnknownError)) throw error;
    expect(error.cause).toBeInstanceOf(TimeoutError);
    expect(error.attempts).toHaveLength(1);
    expect(seen.length).toBeLessThanOrEqual(1);
  });

  test("ends at the deadline of the call", async () => {
    const { url } = await serve(fault);
    const error = await failure(clientOf(url).updateCustomer(someone, { deadline: 300 }));
    expect(error).toMatchObject({ name: "TimeoutError", scope: "call", timeout: 300 });
  });
});

describe("an HTML page with status 502", () => {
  test("is tried again by update, and then an ApiError with its text", async () => {
    const { url, seen } = await serve((response) => html(response, 502));
    const error = await failure(clientOf(url).updateCustomer(someone));
    expect(error).toMatchObject({ name: "ApiError", status: 502 });
    expect(error instanceof ApiError && error.body).toContain("<h1>Bad gateway</h1>");
    expect((error as Error).message).not.toContain("gateway");
    expect(seen).toHaveLength(3);
  });

  test("passes", async () => {
    const { url, seen } = await serve(once((response) => html(response, 502)));
    await expect(clientOf(url).updateCustomer(someone)).resolves.toEqual(updated);
    expect(seen).toHaveLength(2);
  });

  test("is an ApiError at once for create, which may have happened", async () => {
    const { url, seen } = await serve((response) => html(response, 502));
    const error = await failure(clientOf(url).createCustomer(newCustomer));
    expect(error).toBeInstanceOf(ApiError);
    expect(seen).toHaveLength(1);
  });
});

describe("a success that is not what the document promises", () => {
  test.each<[string, Answer]>([
    [
      "invalid JSON",
      (response) => response.writeHead(200, { "content-type": "application/json" }).end("{"),
    ],
    [
      "an empty body",
      (response) => response.writeHead(200, { "content-type": "application/json" }).end(),
    ],
    ["an HTML page", (response) => html(response, 200)],
    ["a list", (response) => json(response, 200, [])],
    ["null", (response) => json(response, 200, null)],
  ])("%s is a ParseError, and is not tried again", async (_, answer) => {
    const { url, seen } = await serve(answer);
    const error = await failure(clientOf(url).updateCustomer(someone));
    if (!(error instanceof ParseError)) throw error;
    expect(error).toMatchObject({ code: "PARSE", status: 200, operation: "updateCustomer" });
    expect(seen).toHaveLength(1);
  });
});

describe("429", () => {
  test.each([
    ["0", 0],
    ["1", 900],
  ])("with Retry-After: %s is tried again, by create too", async (seconds, least) => {
    const limited: Answer = (response) =>
      json(response, 429, { error_code: "RATE_LIMIT" }, { "retry-after": seconds });
    const { url, seen } = await serve(once(limited));
    const start = performance.now();
    const plaid = clientOf(url, { maxRetryDelay: 30_000 });
    await expect(plaid.createCustomer(newCustomer)).resolves.toEqual(updated);
    expect(performance.now() - start).toBeGreaterThanOrEqual(least);
    expect(seen).toHaveLength(2);
  });

  test("is a RateLimitError when it stays so, with the wait in milliseconds", async () => {
    const { url, seen } = await serve((response) =>
      json(response, 429, { error_code: "RATE_LIMIT" }, { "retry-after": "7" }),
    );
    const error = await failure(clientOf(url).createCustomer(newCustomer));
    expect(error instanceof RateLimitError && error.retryAfter).toBe(7000);
    expect(seen).toHaveLength(3);
  });
});

describe("abort", () => {
  test("before the call: nothing is sent", async () => {
    const { url, seen } = await serve((response) => json(response, 200, updated));
    const reason = new Error("changed my mind");
    const error = await failure(
      clientOf(url).updateCustomer(someone, { signal: AbortSignal.abort(reason) }),
    );
    expect(error).toBeInstanceOf(AbortedError);
    expect((error as Error).cause).toBe(reason);
    expect(seen).toHaveLength(0);
  });

  test.each([
    ["headers", silent],
    ["body", stalled],
  ])("while the %s are waited for: an AbortedError, for create too", async (_, fault) => {
    const controller = new AbortController();
    const { url, seen } = await serve((response, one, number) => {
      fault(response, one, number);
      setTimeout(() => controller.abort("enough"), 20);
    });
    const { signal } = controller;
    const error = await failure(clientOf(url).createCustomer(newCustomer, { signal }));
    expect(error).toMatchObject({ name: "AbortedError", code: "ABORTED", cause: "enough" });
    expect(seen).toHaveLength(1);
  });

  test("during the delay between attempts", async () => {
    const { url, seen } = await serve((response) =>
      json(response, 429, {}, { "retry-after": "30" }),
    );
    const controller = new AbortController();
    const plaid = clientOf(url, {
      maxRetryDelay: 30_000,
      hooks: { onRetry: () => controller.abort() },
    });
    const error = await failure(plaid.updateCustomer(someone, { signal: controller.signal }));
    expect(error).toBeInstanceOf(AbortedError);
    expect(seen).toHaveLength(1);
  });
});

test("no server at all: tried again, by create too, and a NetworkError in the end", async () => {
  const delays: string[] = [];
  const plaid = clientOf(await nobody(), {
    hooks: { onRetry: ({ operation, reason }) => delays.push(`${operation} ${reason}`) },
  });
  const error = await failure(plaid.createCustomer(newCustomer));
  if (!(error instanceof NetworkError)) throw error;
  expect(error.message).toContain("ECONNREFUSED");
  expect(delays).toEqual(["createCustomer NetworkError", "createCustomer NetworkError"]);
});

test("a redirect is not followed: credentials stay where they were sent", async () => {
  const elsewhere = await serve((response) => json(response, 200, updated));
  const { url } = await serve((response) =>
    response.writeHead(307, { location: elsewhere.url }).end(),
  );
  expect(await failure(clientOf(url).updateCustomer(someone))).toMatchObject({ status: 307 });
  expect(elsewhere.seen).toHaveLength(0);
});
