import { describe, expect, test } from "vitest";
import { backoff } from "../../src/send/backoff.js";
import { type Retriable, retryDelay } from "../../src/send/retry-delay.js";

const delay = (outcome: Retriable, idempotent: boolean) =>
  retryDelay(outcome, { idempotent, attempt: 1, maxRetryDelay: 10_000, random: 0.5 });
const answer = (status: number, retryAfter?: number) => ({ status, retryAfter });

describe("what is tried again", () => {
  test.each([408, 429, 500, 502, 503, 504])("idempotent: %i", (status) => {
    expect(delay(answer(status), true)).toBe(250);
  });
  test.each([200, 302, 400, 401, 403, 404, 409, 412, 422, 501, 505])("never: %i", (status) => {
    expect(delay(answer(status), true)).toBeUndefined();
  });
  test.each([408, 500, 502, 503, 504])("not idempotent: not %i", (status) => {
    expect(delay(answer(status, 0), false)).toBeUndefined();
  });
  test("not idempotent: 429, and what did not reach the server", () => {
    expect(delay(answer(429), false)).toBe(250);
    expect(delay({ stage: "before" }, false)).toBe(250);
    expect(delay({ stage: "unknown" }, false)).toBeUndefined();
    expect(delay({ stage: "unknown" }, true)).toBe(250);
    expect(delay({ stage: "permanent" }, true)).toBeUndefined();
  });
});

describe("when", () => {
  test("Retry-After counts for 429 and 503, up to the longest delay", () => {
    expect(delay(answer(429, 3000), false)).toBe(3000);
    expect(delay(answer(503, 0), true)).toBe(0);
    expect(delay(answer(503, 1e9), true)).toBe(10_000);
    expect(delay(answer(500, 3000), true)).toBe(250);
  });
  test("delays grow from 0.5 s with full jitter up to the longest", () => {
    expect([1, 2, 3, 20].map((attempt) => backoff(attempt, 1500, 1))).toEqual([
      500, 1000, 1500, 1500,
    ]);
    expect(backoff(3, 30_000, 0)).toBe(0);
    expect(backoff(2000, 30_000, 1)).toBe(30_000);
    expect(backoff(1, 0, 1)).toBe(0);
  });
});
