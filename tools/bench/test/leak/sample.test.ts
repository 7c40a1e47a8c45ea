import { expect, test } from "vitest";
import { bytesPerCall, type Sample } from "../../src/leak/sample.ts";

const at = (calls: number, heapUsed: number, external = 0): Sample => ({
  calls,
  heapUsed,
  external,
  arrayBuffers: 0,
  rss: 0,
  listeners: 0,
  handles: 0,
});

test.each([
  ["what grows all the time", [at(10, 100), at(20, 200), at(30, 300), at(40, 400)], 10],
  ["what grows outside the heap", [at(10, 5), at(20, 5), at(30, 5, 30), at(40, 5, 40)], 1],
  ["what grows at first alone", [at(10, 0), at(20, 900), at(30, 1_000), at(40, 1_000)], 0],
  [
    "what goes up and down",
    [at(10, 0), at(20, 0), at(30, 7), at(40, 5), at(50, 9), at(60, 7)],
    0.1,
  ],
])("%s", (_, samples, slope) => {
  expect(bytesPerCall(samples)).toBeCloseTo(slope, 5);
});
