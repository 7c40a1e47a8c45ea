import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blockOf } from "../src/markdown.ts";
import { PAGES, ROOT } from "../src/paths.ts";
import { RUNTIMES } from "../src/runtimes.ts";
import { differencesText, supportTable, TOTAL } from "../src/support.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe.each(PAGES)("$path", ({ path }) => {
  test("names every runtime with a version, on which every check of today passed", () => {
    const rows = blockOf(read(path), "support")
      .split("\n")
      .slice(2)
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.map(([, name]) => name)).toEqual(RUNTIMES.map(({ name }) => name));
    expect(rows.map(([, , , passed]) => passed)).toEqual(
      RUNTIMES.map(() => `${TOTAL} of ${TOTAL}`),
    );
    expect(rows.map(([, , version]) => version).join(" ")).toMatch(/^(\d+(\.\d+)+( |$)){8}$/);
  });
});

test("the runtime's page tells the differences that the suite knows", () => {
  expect(blockOf(read("packages/runtime/README.md"), "differences")).toBe(differencesText());
});

test("a table shows what did not pass", () => {
  expect(supportTable([{ name: "Node.js 24", version: "24.1.0", passed: 3 }])).toContain(
    `| Node.js 24 | 24.1.0  | 3 of ${TOTAL}`,
  );
});
