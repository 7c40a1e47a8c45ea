import { prepareClient } from "@plaid-partner/generator";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { syntheticDocument } from "../src/synthetic-document.ts";

test("is a document that clientgen has no word against", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spec = join(folder, "api.json");
  writeFileSync(spec, JSON.stringify(syntheticDocument(12)));
  const { operations, schemas, warnings } = await prepareClient({ spec, out: join(folder, "out") });
  expect([operations, warnings]).toEqual([12, []]);
  // Two of each operation, two of each of three resources, five that all share.
  expect(schemas).toBe(12 * 2 + 3 * 2 + 5);
});

test("grows as the number of operations does", () => {
  const size = (operations: number) => JSON.stringify(syntheticDocument(operations)).length;
  const [few, more, most] = [size(100), size(200), size(300)];
  expect((most - more) / (more - few)).toBeCloseTo(1, 1);
});

test("is the same each time", () => {
  expect(syntheticDocument(7)).toEqual(syntheticDocument(7));
});
