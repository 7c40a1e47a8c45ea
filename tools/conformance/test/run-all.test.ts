import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { readArguments } from "../src/arguments.ts";
import { ResultStore } from "../src/result-store.ts";
import { runAll, type Places } from "../src/run-all.ts";

const info = { title: "T", version: "1" };
const ok = { description: "Done.", content: { "application/json": { schema: {} } } };

const DOCUMENTS: Record<string, object> = {
  "good.json": { openapi: "3.1.0", info, paths: { "/a": { get: { responses: { 200: ok } } } } },
  "dangling.json": {
    openapi: "3.1.0",
    info,
    paths: {},
    components: { schemas: { A: { $ref: "#/components/schemas/Gone" } } },
  },
  "untitled.json": { openapi: "3.1.0", info: {}, paths: {} },
};

function places(): Places & { files: { path: string; size: number }[] } {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = Object.entries(DOCUMENTS).map(([path, document]) => {
    writeFileSync(join(folder, path), JSON.stringify(document));
    return { path, size: 1 };
  });
  return { documents: folder, work: join(folder, "work"), files };
}

const options = readArguments(["--jobs", "2", "--timeout", "60"], {});

beforeAll(() => {
  // What the progress tells would stand between the lines of the test's own report.
  process.stderr.write = () => true;
});

test("generates, checks, and tells a refusal from a failure", async () => {
  const { files, ...where } = places();
  const store = new ResultStore(join(where.documents, "results.jsonl"));
  const outcomes = await runAll(files, where, "tool", store, options);
  expect(outcomes.map(({ path, status }) => `${path} ${status}`)).toEqual([
    "good.json passed",
    "dangling.json refused",
    "untitled.json failed",
  ]);
  expect(outcomes[1]?.reasons).toEqual([expect.stringContaining("leads nowhere")]);
  expect(outcomes[1]?.lenient).toBe(true);
  const tried: string[] = [];
  const again = await runAll(files, where, "tool", store, options, async ({ path, key }) => {
    tried.push(path);
    return { path, key, status: "passed", reasons: [], generateMs: 1, checkMs: 1 };
  });
  expect(tried).toEqual(["untitled.json"]);
  expect(again.slice(0, 2)).toEqual(outcomes.slice(0, 2));
});

test("goes on after a document that takes too long", async () => {
  const { files, ...where } = places();
  const store = new ResultStore(join(where.documents, "results.jsonl"));
  const short = { ...options, timeout: 0.001, jobs: 1 };
  const outcomes = await runAll(files.slice(0, 2), where, "tool", store, short);
  expect(outcomes.map(({ status, reasons }) => [status, ...reasons])).toEqual([
    ["failed", "Not done after 0.001 s."],
    ["failed", "Not done after 0.001 s."],
  ]);
});
