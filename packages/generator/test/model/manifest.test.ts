import { expect, test } from "vitest";
import { parseManifest, printManifest, type Manifest } from "../../src/model/manifest.js";

const MANIFEST: Manifest = {
  made: { generator: "1.2.3", formatter: { name: "none" } },
  document: "../api.yaml",
  sources: { "../api.yaml": "abc" },
  files: { "index.ts": "def", __proto__: "ghi" },
  operations: 1,
  schemas: 2,
  warnings: [
    {
      severity: "warning",
      location: { file: "./api.yaml", line: 3 },
      message: "It is odd.",
      fix: "Mend it.",
    },
  ],
};

test("is read as it was written, however it was formatted", () => {
  const text = printManifest(MANIFEST);
  expect(parseManifest(text)).toEqual(MANIFEST);
  expect(parseManifest(JSON.stringify(JSON.parse(text)))).toEqual(MANIFEST);
});

test.each([
  ["a document", { document: undefined }],
  ["sources", { sources: null }],
  ["digests of files", { files: { "index.ts": 1 } }],
  ["what it was made by", { made: "x" }],
  ["numbers", { operations: "1" }],
  ["warnings", { warnings: {} }],
  ["places of warnings", { warnings: [{ severity: "warning", message: "a", fix: "b" }] }],
])("one without %s is none, though its digest is right", (_name, change) => {
  const wrong = { ...MANIFEST, ...change } as unknown as Manifest;
  expect(parseManifest(printManifest(wrong))).toBeUndefined();
});

test.each([
  ["nothing", () => undefined],
  ["an empty file", () => ""],
  ["another file", () => '{ "name": "a" }'],
  ["a list", () => "[]"],
  ["half of one", (text: string) => text.slice(0, -20)],
  ["one edited by hand", (text: string) => text.replace('"operations": 1', '"operations": 3')],
  ["one with more in it", (text: string) => text.replace("{", '{ "more": 1,')],
  [
    "one with two versions in it",
    (text: string) =>
      text.replace(/( *"operations": )1,\n/, "<<<<<<< HEAD\n$11,\n=======\n$12,\n>>>>>>> other\n"),
  ],
])("%s is no manifest", (_name, change) => {
  expect(parseManifest(change(printManifest(MANIFEST)))).toBeUndefined();
});
