import { expect, test } from "vitest";
import { leakChart } from "../../src/leak/leak-chart.ts";

const samples = [5_000, 10_000].map((calls) => ({
  calls,
  heapUsed: 15e6,
  external: 10e6,
  arrayBuffers: 0,
  rss: 120e6,
  listeners: 0,
  handles: 0,
}));

test("draws axes that begin at nothing, with their units", () => {
  const chart = leakChart(samples);
  const words = [...chart.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  const calls = ["0", "2,000", "4,000", "6,000", "8,000", "10,000"];
  expect(words).toEqual([
    "Memory while calls are aborted and time out",
    "Objects after garbage collection (heap and outside it)",
    "0 MB",
    "10 MB",
    "20 MB",
    "30 MB",
    ...calls,
    "The whole process (resident set size)",
    "0 MB",
    "50 MB",
    "100 MB",
    "150 MB",
    ...calls,
    "calls that were ended before their time",
  ]);
  expect(chart.match(/<polyline/g)).toHaveLength(2);
  expect(Buffer.byteLength(chart)).toBeLessThan(20_000);
});
