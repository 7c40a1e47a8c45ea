import { basename } from "node:path";
import { expect, test } from "vitest";
import { isGenerated, isSource, read, repositoryFiles } from "./support/repository.js";
import {
  importsOf,
  isAny,
  isDefaultExport,
  isStarExport,
  listensElsewhere,
  placesOf,
} from "./support/syntax.js";

const typescript = repositoryFiles.filter((path) => path.endsWith(".ts"));
const sources = typescript.filter(isSource);

/** `file:line` of every place that a rule forbids. */
function forbidden(files: readonly string[], looks: Parameters<typeof placesOf>[1]): string[] {
  return files.flatMap((file) => placesOf(read(file), looks).map(({ line }) => `${file}:${line}`));
}

test("there is hand-written and generated code to check", () => {
  expect(sources.filter(isGenerated).length).toBeGreaterThan(5);
  expect(sources.filter((path) => !isGenerated(path)).length).toBeGreaterThan(50);
});

test("src has no `export *`: what is public is to be seen in a diff", () => {
  expect(forbidden(sources, isStarExport)).toEqual([]);
});

test("src has no default export", () => {
  expect(forbidden(sources, isDefaultExport)).toEqual([]);
});

test("src has no `any`", () => {
  expect(forbidden(sources, isAny)).toEqual([]);
});

test("nothing silences the compiler", () => {
  const silenced = /@ts-(ignore|nocheck)/;
  expect(typescript.filter((file) => silenced.test(read(file)))).toEqual([]);
});

test("relative imports in src end in .js", () => {
  const others = sources.flatMap((file) =>
    importsOf(read(file))
      .filter((specifier) => specifier.startsWith(".") && !specifier.endsWith(".js"))
      .map((specifier) => `${file}: ${specifier}`),
  );
  expect(others).toEqual([]);
});

test("names of code files are kebab-case", () => {
  const kebab = /^[a-z\d]+(-[a-z\d]+)*(\.(test|test-d|bench|config|shared))?\.([cm]?[jt]s)$/;
  const files = repositoryFiles.filter((path) => /\.[cm]?[jt]s$/.test(path));
  expect(files.filter((path) => !kebab.test(basename(path)))).toEqual([]);
});

test("files are short enough to be read: at most 300 lines", () => {
  /** Their length is the document's. */
  const tables = /\/(schemas|enums|paths)\.ts$/;
  const long = repositoryFiles
    .filter((path) => /\.([cm]?[jt]s)$/.test(path) && !(isGenerated(path) && tables.test(path)))
    .map((path) => ({ path, lines: read(path).split("\n").length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

test("servers listen on this machine only", () => {
  const outside = typescript.filter((file) => file !== "tools/house/test/syntax.test.ts");
  expect(outside.some((file) => read(file).includes(".listen("))).toBe(true);
  expect(forbidden(outside, listensElsewhere)).toEqual([]);
});
