import { expect, test } from "vitest";
import { LIMITS } from "../src/load/limits.js";
import { emitted, problemsOf } from "./support/stages.js";

type Wrap = (inner: object, level: number) => object;

/** A document whose deepest part stands as deep as a document may go. */
function deep(wrap: Wrap, levelsEach: number): string {
  let schema: object = { type: "string" };
  // Document, components and schemas stand around it, and `part` has two levels more.
  const levels = Math.floor((LIMITS.nesting - 6) / levelsEach);
  for (let level = 0; level < levels; level += 1) schema = wrap(schema, level);
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Deep", version: "1" },
    paths: {},
    components: { schemas: { Deep: schema } },
  });
}

const part = (level: number) => ({
  type: "object",
  properties: { [`p${level}`]: { type: "string" } },
});

test.each<[name: string, wrap: Wrap, levelsEach: number]>([
  ["lists", (items) => ({ type: "array", items }), 1],
  ["nullable lists", (items) => ({ type: "array", items, nullable: true }), 1],
  ["maps", (inner) => ({ type: "object", additionalProperties: inner }), 1],
  ["objects", (a) => ({ type: "object", properties: { a } }), 2],
  ["parts", (inner, level) => ({ allOf: [inner, part(level)] }), 2],
  ["choices", (inner, level) => ({ oneOf: [inner, part(level)] }), 2],
  ["choices of objects", (a) => ({ anyOf: [{ type: "object", properties: { a } }, {}] }), 4],
])("as deep as documents may go, all stages take %s", async (_, wrap, each) => {
  const files = await emitted(deep(wrap, each));
  expect(files.get("schemas.ts")).toContain("Deep");
});

test("a list of 300,000 values is no more than a list", () => {
  const values = Array.from({ length: 300_000 }, (_, index) => `v${index}`);
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Long", version: "1" },
    paths: {},
    components: { schemas: { Long: { type: "string", enum: values } } },
  });
  expect(problemsOf(text)).toEqual([]);
});

test("keys of a megabyte are keys", () => {
  const key = "k".repeat(1_000_000);
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Long", version: "1" },
    paths: {},
    components: { schemas: { Long: { type: "object", properties: { [key]: true } } } },
  });
  expect(problemsOf(text)).toEqual([]);
});
