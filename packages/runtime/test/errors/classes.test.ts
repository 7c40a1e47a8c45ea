import { expect, test } from "vitest";
import {
  ApiError,
  NetworkError,
  OutcomeUnknownError,
  ParseError,
  RateLimitError,
  TimeoutError,
} from "../../src/index.js";

test("errors can be made for tests of one's own", () => {
  expect(new ApiError({ status: 418, body: "x", requestId: "r", operation: "op" })).toMatchObject({
    message: "418 (request id r)",
    operation: "op",
    requestId: "r",
    code: "API_ERROR",
    status: 418,
    body: "x",
  });
  expect(new ApiError({ status: 418, body: "x", message: "mine" }).message).toBe("mine");
  expect(new RateLimitError({ status: 429, body: {}, retryAfter: 5 }).retryAfter).toBe(5);
  expect(new RateLimitError({ status: 429, body: {} })).not.toHaveProperty("retryAfter");
  expect(new TimeoutError({ timeout: 5, scope: "call", operation: "op" })).toMatchObject({
    message: "op: no complete answer within 5 ms of the call",
    timeout: 5,
    scope: "call",
    code: "TIMEOUT",
  });
  expect(new ParseError("x", { status: 200, requestId: "r" })).toMatchObject({
    message: "x",
    status: 200,
    requestId: "r",
  });
});

test("they keep their cause, and show nothing that they don't have", () => {
  const cause = new NetworkError("x");
  expect(new OutcomeUnknownError("y", { cause }).cause).toBe(cause);
  expect(Object.keys(cause)).toEqual([]);
  expect(cause).not.toHaveProperty("cause");
});

test("stacks begin with their names", () => {
  expect(new NetworkError("x").stack).toMatch(/^NetworkError: x\n/);
  expect(new ApiError({ status: 418, body: "x" }).stack).toMatch(/^ApiError: 418\n/);
});
