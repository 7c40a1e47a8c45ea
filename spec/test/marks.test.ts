import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { SPEC_FOLDER } from "./support/spec-folder.ts";

/** The marks that a README's table documents: the rows that begin with one. */
const documented = [
  ...readFileSync(join(SPEC_FOLDER, "README.md"), "utf8").matchAll(/^\| `(x-[a-z-]+)`/gm),
].map(([, name = ""]) => name);

/** Every key that begins with `x-`, at any depth. */
function marksOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key.startsWith("x-") ? [key] : []),
    ...marksOf(inner),
  ]);
}

const files = ["", "common"].flatMap((folder) =>
  readdirSync(join(SPEC_FOLDER, folder))
    .filter((name) => name.endsWith(".yaml") && name !== "redocly.yaml")
    .map((name) => join(SPEC_FOLDER, folder, name)),
);
const used = new Set(files.flatMap((file) => marksOf(parse(readFileSync(file, "utf8")))));

test("README.md documents the marks in use, each once, and no others", () => {
  expect(used.size).toBeGreaterThan(0);
  expect([...used].filter((mark) => !documented.includes(mark))).toBeNone(
    "The generator does not know these marks, or README.md has no row for them; a misspelt mark does nothing:",
  );
  expect(
    documented.filter((mark, index) => !used.has(mark) || documented.indexOf(mark) !== index),
  ).toBeNone("README.md has rows for marks that no document uses, or twice for one:");
});
