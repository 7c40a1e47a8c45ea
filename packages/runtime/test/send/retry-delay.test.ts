import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OperationDefinition } from "../../src/definition.js";
import { retryDelay } from "../../src/send/retry-delay.js";
import { retryWhen } from "../../src/send/retry-when.js";
import { callState, exchangeOf } from "../support/call-state.js";

beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0.5));
afterEach(() => void vi.restoreAllMocks());

type Operation = Partial<OperationDefinition>;

/** The delay after an answer. */
const after = (status: number, operation: Operation, retryAfter?: string, maxRetryDelay = 10_000) =>
  retryDelay(
    callState({ operation, own: { maxRetryDelay } }),
    exchangeOf(status, "{}", retryAfter === undefined ? {} : { "retry-after": retryAfter }),
    1,
  );

/** The delay after an attempt without an answer. */
const without = (
  stage: "before" | "permanent" | "unknown",
  idempotent: boolean,
  number = 1,
  own = {},
) => retryDelay({ ...callState({ operation: { idempotent }, own }), stage }, undefined, number);

const yes = { idempotent: true };
const no = { idempotent: false };

describe("what is tried again", () => {
  test.each([408, 429, 500, 502, 503, 504])("idempotent: %i", (status) => {
    expect(after(status, yes)).toBe(250);
  });

  test.each([200, 302, 400, 401, 403, 404, 409, 412, 422, 501, 505])("never: %i", (status) => {
    expect(after(status, yes)).toBeUndefined();
  });

  test.each([408, 500, 502, 503, 504])("not idempotent: not %i", (status) => {
    expect(after(status, no, "0")).toBeUndefined();
  });

  test("not idempotent: 429, and what did not reach the server", () => {
    expect(after(429, no)).toBe(250);
    expect(without("before", false)).toBe(250);
    expect(without("unknown", false)).toBeUndefined();
    expect(without("unknown", true)).toBe(250);
    expect(without("permanent", true)).toBeUndefined();
    expect(without("permanent", false)).toBeUndefined();
  });

  test("whatever the document says that the server did not act on", () => {
    const retry = { when: retryWhen({ statuses: [409] }) };
    expect(after(409, { ...no, retry })).toBe(250);
    expect(after(409, { ...no, retry }, "3")).toBe(3000);
    expect(after(500, { ...no, retry })).toBeUndefined();
    expect(after(500, { ...yes, retry })).toBe(250);
  });
});

describe("when", () => {
  test("Retry-After counts for 429 and 503, up to the longest delay", () => {
    expect(after(429, no, "3")).toBe(3000);
    expect(after(503, yes, "0")).toBe(0);
    expect(after(503, yes, "1000000")).toBe(10_000);
    expect(after(503, yes, "soon")).toBe(250);
    expect(after(500, yes, "3")).toBe(250);
  });

  test("delays grow from 0.5 s with full jitter up to the longest", () => {
    const delays = (random: number, maxRetryDelay?: number) => {
      vi.mocked(Math.random).mockReturnValue(random);
      const own = maxRetryDelay === undefined ? {} : { maxRetryDelay };
      return [1, 2, 3, 20].map((number) => without("before", true, number, own));
    };
    expect(delays(1, 1500)).toEqual([500, 1000, 1500, 1500]);
    expect(delays(0.5)).toEqual([250, 500, 1000, 30_000]);
    expect(delays(0)).toEqual([0, 0, 0, 0]);
    expect(delays(1, 0)).toEqual([0, 0, 0, 0]);
    expect(delays(1, Infinity)).toEqual([500, 1000, 2000, 500 * 2 ** 19]);
  });

  test("no delay is longer than a timer counts", () => {
    expect(after(429, no, "99999999999", Infinity)).toBe(2 ** 31 - 1);
  });
});
