import { expect, test } from "vitest";
import { judge } from "../src/judge.ts";
import type { Run } from "../src/run-runtime.ts";
import { REFERENCE, RUNTIMES } from "../src/runtimes.ts";
import type { Recorded } from "../src/server/record.ts";
import type { Check } from "../src/suite/check.ts";
import type { Seen } from "../src/suite/run-suite.ts";

const deno = RUNTIMES.find(({ id }) => id === "deno")!;
const check: Check = {
  name: "a",
  answers: [{}],
  run: async () => undefined,
  want: { b: 1 },
};
const request: Recorded = { method: "GET", target: "/", headers: [], body: "" };

/** The problems on Deno, which saw this and sent these, while the reference did as it should. */
function problems(
  seen: Seen | undefined,
  { sent = [request], ...more }: Partial<Check> & { sent?: Recorded[] } = {},
): string[] {
  const run = (runtime: Run["runtime"], one: Seen | undefined): Run => ({
    runtime,
    version: "1.0.0",
    report: { checks: one ? { a: one } : {}, unhandled: [] },
  });
  const server = {
    requestsOf: (runtime: string) => (runtime === REFERENCE.id ? [request] : sent),
  };
  return judge({ ...check, ...more }, run(deno, seen), run(REFERENCE, { saw: { b: 1 } }), server);
}

test("what is wanted is no problem", () => {
  expect(problems({ saw: { b: 1 } })).toEqual([]);
});

test("other things are", () => {
  expect(problems({ saw: { b: 2 } })).toEqual(['saw {"b":2}, wanted {"b":1}']);
  expect(problems({ broke: "TypeError: no" })).toEqual(["TypeError: no"]);
  expect(problems(undefined)).toEqual(["It did not run."]);
  expect(problems({ saw: { b: 1 } }, { sent: [] })).toEqual(["0 requests, wanted 1"]);
  expect(problems({ saw: { b: 1 } }, { sent: [{ ...request, body: "c" }] })).toEqual([
    'request 1, body: "c", elsewhere ""',
  ]);
});

test("a known difference is wanted where it is known", () => {
  const differences = [
    { on: ["deno"], want: null, requests: 0, what: "It does nothing." },
  ] as const;
  expect(problems({ saw: null }, { sent: [], differences })).toEqual([]);
  expect(problems({ saw: { b: 1 } }, { differences })).toHaveLength(2);
});
