import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { retryAfterOf } from "../../src/send/retry-after.js";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12, 0, 0) }));
afterEach(() => void vi.useRealTimers());

test.each([
  ["0", 0],
  ["2", 2000],
  [" 120 ", 120_000],
  ["Thu, 01 Jan 2026 12:00:30 GMT", 30_000],
  ["Thursday, 01-Jan-26 12:00:30 GMT", 30_000],
  ["Thu Jan  1 12:00:30 2026", 30_000],
  ["Thu, 01 Jan 2026 11:00:00 GMT", 0],
  ["-1", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["", undefined],
  [null, undefined],
  ["soon", undefined],
  ["2026-01-01", undefined],
  ["Thu, 99 Jan 2026 12:00:30 GMT", undefined],
])("%j", (value, expected) => {
  const headers = new Headers(value === null ? {} : { "retry-after": value });
  expect(retryAfterOf(headers)).toBe(expected);
});
