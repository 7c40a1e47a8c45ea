import { describe, expect, test } from "vitest";
import { fromOutcome } from "../../src/errors/from-outcome.js";
import {
  ApiError,
  AuthenticationError,
  ClientError,
  NetworkError,
  NotFoundError,
  OutcomeUnknownError,
  ParseError,
  RateLimitError,
  TimeoutError,
} from "../../src/index.js";
import { definition } from "../support/things.js";

const refused = (status: number, body?: unknown, requestId?: string, retryAfter?: number) =>
  fromOutcome(
    { kind: "refused", status, body, retryAfter },
    { operation: "op", requestId },
    definition,
  );

describe("an answer outside 2xx", () => {
  test.each([
    [400, ApiError, "ApiError"],
    [302, ApiError, "ApiError"],
    [500, ApiError, "ApiError"],
    [401, AuthenticationError, "AuthenticationError"],
    [403, AuthenticationError, "AuthenticationError"],
    [404, NotFoundError, "NotFoundError"],
    [429, RateLimitError, "RateLimitError"],
  ])("%i", (status, type, name) => {
    const error = refused(status, { a: 1 }, "r", 5);
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ name, status, body: { a: 1 }, requestId: "r", operation: "op" });
    expect((error as RateLimitError).retryAfter).toBe(status === 429 ? 5 : undefined);
  });

  test("the API's code goes before the status", () => {
    expect(refused(400, { error_code: "BAD_KEYS" })).toBeInstanceOf(AuthenticationError);
    expect(refused(404, { error_code: "BAD_KEYS" })).toBeInstanceOf(AuthenticationError);
    expect(refused(400, { error_code: "constructor" }).name).toBe("ApiError");
    expect(refused(400, { error_code: 7 }).name).toBe("ApiError");
  });

  test("the API's code may stand deeper, among own properties", () => {
    const nested = (body: unknown) =>
      fromOutcome(
        { kind: "refused", status: 400, body, retryAfter: undefined },
        { operation: "op" },
        { ...definition, errors: { ...definition.errors, code: ["error", "code"] } },
      );
    const error = nested({ error: { code: "BAD_KEYS" } });
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.message).toBe("op: 400 BAD_KEYS");
    expect(nested({ code: "BAD_KEYS", error: "x" }).message).toBe("op: 400");
    expect(nested({ error: Object.create({ code: "BAD_KEYS" }) }).name).toBe("ApiError");
  });

  test("the message has status, code and request id, and nothing else of the answer", () => {
    expect(refused(404, { error_code: "NO_THING", error_message: "hidden" }, "r1").message).toBe(
      "op: 404 NO_THING (request id r1)",
    );
    expect(refused(500, "<html>hidden").message).toBe("op: 500");
    expect(refused(500, { error_code: "not a code, hidden" }).message).toBe("op: 500");
    expect(refused(500, undefined)).not.toHaveProperty("requestId");
  });
});

test("the other outcomes", () => {
  const context = { operation: "op", requestId: "r" };
  const unreadable = fromOutcome(
    { kind: "unreadable", status: 200, problem: "is not valid JSON" },
    context,
    definition,
  );
  expect(unreadable).toBeInstanceOf(ParseError);
  expect(unreadable).toMatchObject({
    status: 200,
    message: "op: the answer with status 200 is not valid JSON (request id r)",
  });
  const cause = new Error("x");
  const network = fromOutcome({ kind: "network", problem: "it broke", cause }, context, definition);
  expect(network).toBeInstanceOf(NetworkError);
  expect(network).toMatchObject({ cause, message: "op: it broke" });
  const unknown = fromOutcome({ kind: "unknown", cause: network }, context, definition);
  expect(unknown).toBeInstanceOf(OutcomeUnknownError);
  expect(unknown.cause).toBe(network);
});

test("errors can be made for tests of one's own", () => {
  expect(new ApiError({ status: 418, body: "x", requestId: "r", operation: "op" })).toMatchObject({
    message: "op: 418 (request id r)",
    code: "API_ERROR",
    status: 418,
  });
  expect(new ApiError({ status: 418, body: "x", message: "mine" }).message).toBe("mine");
  expect(new RateLimitError({ status: 429, body: {}, retryAfter: 5 }).retryAfter).toBe(5);
  expect(new TimeoutError({ timeout: 5, scope: "call" })).toMatchObject({
    timeout: 5,
    scope: "call",
    code: "TIMEOUT",
  });
  expect(new NetworkError("x").stack).toMatch(/^NetworkError: x/);
});
