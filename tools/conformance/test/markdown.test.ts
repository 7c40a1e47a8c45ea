import { expect, test } from "vitest";
import { count, percent } from "../src/figures.ts";
import { markdown, replaceFigures } from "../src/markdown.ts";
import type { Outcome } from "../src/outcome.ts";

function outcome(path: string, status: Outcome["status"], ...reasons: string[]): Outcome {
  return { path, key: path, status, reasons, generateMs: 500, checkMs: 700 };
}

const outcomes = [
  outcome("a.json", "passed"),
  { ...outcome("b.json", "refused", "`x` leads nowhere", "2", "3", "4"), lenient: true },
  outcome("c.json", "failed", "schemas.ts(1,1): error\nmore"),
];

test("counts refused documents apart", () => {
  expect(count(outcomes)).toEqual({
    documents: 3,
    passed: 1,
    failed: 1,
    refused: 1,
    lenient: 1,
    share: "50.0 %",
  });
});

test("never rounds up to all", () => {
  expect([percent(9_999, 10_000), percent(3, 3), percent(0, 0)]).toEqual([
    "99.9 %",
    "100.0 %",
    "none",
  ]);
});

test("tells what did not pass, and why, on a line each", () => {
  const run = {
    outcomes,
    others: [],
    generator: "1",
    typescript: "7",
    node: "v24",
    date: "2026-01-02",
  };
  const text = markdown(run);
  expect(text).toContain("**50.0 %** of the documents whose references resolve: 1 of 2.");
  expect(text).toContain("## Failed\n\n- `c.json`\n  - `schemas.ts(1,1): error`\n");
  expect(text).toContain("- `b.json`\n  - `'x' leads nowhere`\n  - `2`\n  - `3`\n  - and 1 more\n");
  expect(text).not.toContain("Beside others");
  const others = [{ name: "other", version: "2", outcomes: outcomes.slice(0, 2) }];
  const compared = markdown({ ...run, others });
  expect(compared).toContain("| clientgen 1 | 1 | 33.3 % |\n| other 2 | 1 | 50.0 % |\n");
  const late = [{ ...others[0]!, outcomes: [outcome("a.json", "failed", "not done in time")] }];
  expect(compared).toContain("- other fails on none.\n");
  expect(markdown({ ...run, others: late })).toContain(
    "other fails on `a.json` (not done in time).",
  );
});

test("puts figures between the marks, and nowhere else", () => {
  const text = "a\n<!-- conformance:begin -->\nold\n<!-- conformance:end -->\nb\n";
  expect(replaceFigures(text, "new\n")).toBe(
    "a\n<!-- conformance:begin -->\n\nnew\n\n<!-- conformance:end -->\nb\n",
  );
  expect(() => replaceFigures("a", "new")).toThrow("has no <!-- conformance:begin -->");
});
