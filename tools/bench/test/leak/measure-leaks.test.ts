import { expect, test } from "vitest";
import { measureLeaks } from "../../src/leak/measure-leaks.ts";
import { bytesPerCall } from "../../src/leak/sample.ts";

const calls = 2_000;
const options = { calls, every: 100, limit: 50_000 };

/** More than a process grows by while it is warming up, less than an error with its stack. */
const most = 1_000;

test("calls that are aborted or run out of time leave nothing behind", async () => {
  const { samples, outcomes, connections, ended } = await measureLeaks(options);
  expect(samples).toHaveLength(20);
  expect(bytesPerCall(samples)).toBeLessThan(most);
  expect(samples.filter(({ listeners, handles }) => listeners + handles > 0)).toEqual([]);
  expect({ connections, ended }).toEqual({ connections: 0, ended: true });
  expect(outcomes).toEqual({
    "timeout before the headers: TimeoutError": 200,
    "timeout amid the body: TimeoutError": 200,
    "deadline before the headers: TimeoutError": 200,
    "deadline between attempts: TimeoutError": 200,
    "deadline amid a stream: TimeoutError": 200,
    "aborted before it starts: AbortedError": 200,
    "aborted while credentials are awaited: AbortedError": 200,
    "aborted before the headers: AbortedError": 200,
    "aborted amid the body: AbortedError": 200,
    "aborted between attempts: AbortedError": 200,
    "the shared signal: AbortedError": 50,
  });
});

test("what is kept of every call is found", async () => {
  const { samples } = await measureLeaks({ ...options, keep: true });
  expect(bytesPerCall(samples)).toBeGreaterThan(most);
});
