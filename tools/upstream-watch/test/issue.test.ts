import { expect, test } from "vitest";
import { writeIssue } from "../src/issue.ts";

const PATCH = "--- a/spec/x.yaml\n+++ b/spec/x.yaml\n+description: ```ts\n";

test("shows report, patch and what to do, and no text of a patch ends its block", () => {
  const text = writeIssue("## `spec/x.yaml`\n", PATCH);
  expect(text).toContain("## `spec/x.yaml`\n\n## Proposed edit");
  expect(text).toContain("````diff\n--- a/spec/x.yaml");
  expect(text).toContain("+description: ```ts\n````\n");
  expect(text).toContain("git apply");
});

test("without a patch there is nothing to apply", () => {
  const text = writeIssue("report", "\n");
  expect(text).not.toContain("diff\n");
  expect(text).not.toContain("git apply");
  expect(text).toContain("upstream-differences.yaml");
});

test("a patch that is too long is left out, a report that is too long is cut at a line", () => {
  const long = writeIssue("report", `+${"ü".repeat(40_000)}\n`);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(60_000);
  expect(long).toContain("Too long for an issue");
  expect(long).toContain("## What to do");
  const longer = writeIssue("| a line ü |\n".repeat(10_000), PATCH);
  expect(Buffer.byteLength(longer)).toBeLessThanOrEqual(60_000);
  expect(longer).toMatch(/\n\| a line ü \|\n\nThere is more: run `pnpm upstream:watch URL`\.\n$/);
});
