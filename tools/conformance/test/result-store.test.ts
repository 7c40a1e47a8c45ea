import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Outcome } from "../src/outcome.ts";
import { ResultStore } from "../src/result-store.ts";

test("knows what an earlier run found, though its last line was cut off", () => {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "deep", "results.jsonl");
  const outcome: Outcome = {
    path: "a.json",
    key: "1-2",
    status: "passed",
    reasons: [],
    generateMs: 1,
    checkMs: 2,
  };
  new ResultStore(path).add(outcome);
  appendFileSync(path, '\n{"path":"b.json","key":"3-');
  const store = new ResultStore(path);
  expect(store.get("1-2")).toEqual(outcome);
  expect(store.get("3-2")).toBeUndefined();
  store.add({ ...outcome, key: "5-2" });
  expect(new ResultStore(path).get("5-2")).toBeDefined();
});
