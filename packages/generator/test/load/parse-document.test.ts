import { expect, test } from "vitest";
import { parseDocument } from "../../src/load/parse-document.js";

const parse = (text: string) => parseDocument(text, "/documents/api.yaml", "api.yaml");

function complaints(text: string): string {
  try {
    parse(text);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

test("reads YAML and JSON as the same data", () => {
  const data = { openapi: "3.1.0", list: [1, true, null], "200": "x" };
  expect(parse('openapi: 3.1.0\nlist: [1, true, null]\n200: "x"').root).toEqual(data);
  expect(parse(JSON.stringify(data)).root).toEqual(data);
});

test("keeps keys that every object has by nature", () => {
  const { root } = parse("__proto__: { a: 1 }\nconstructor: 2\ntoString: 3");
  expect(Object.keys(root as object)).toEqual(["__proto__", "constructor", "toString"]);
  expect(Object.getOwnPropertyDescriptor(root, "__proto__")?.value).toEqual({ a: 1 });
});

test("merges anchors", () => {
  const text = "base: &base { a: 1 }\nmore: { <<: *base, b: 2 }\nsame: *base";
  expect(parse(text).root).toMatchObject({ more: { a: 1, b: 2 }, same: { a: 1 } });
});

const TEXT = `paths:
  /a/b:
    get:
      responses:
        200: { description: Fine }
  "x~y": [ first, second ]
`;

test.each([
  ["", 1, 1],
  ["/paths/~1a~1b/get", 4, 7],
  ["/paths/~1a~1b/get/responses/200/description", 5, 29],
  ["/paths/x~0y/1", 6, 19],
  ["/paths/~1a~1b/get/nothing/here", 4, 7],
  ["/100%", 1, 1],
])("finds the place of %s", (pointer, line, column) => {
  expect(parse(TEXT).locate(pointer)).toEqual({ file: "api.yaml", line, column, pointer });
});

test.each([
  [
    "broken YAML",
    "openapi: 3.1.0\ninfo: {\n  title: [a\n}",
    "api.yaml:4:1: This is not valid YAML or JSON: Flow sequence in block collection must be sufficiently indented and end with a ]. Mend the syntax here.",
  ],
  [
    "broken JSON",
    '{\n  "openapi": "3.1.0",\n  "info": {,}\n}',
    "api.yaml:3:12: This is not valid YAML or JSON: Unexpected , in flow map. Mend the syntax here.",
  ],
  [
    "a tab",
    "info:\n\ttitle: a",
    "api.yaml:2:1: This is not valid YAML or JSON: Tabs are not allowed as indentation. Mend the syntax here.",
  ],
  [
    "a key given twice",
    "a: 1\nb:\n  c: 1\n  c: 2",
    'api.yaml:4:3: The key "c" stands twice in one map. Keep one of the two.',
  ],
  [
    "a quoted key given twice",
    '{ "a:b": 1,\n  "a:b": 2 }',
    'api.yaml:2:3: The key "a:b" stands twice in one map. Keep one of the two.',
  ],
])("tells line and column of %s", (_name, text, message) => {
  expect(complaints(text)).toContain(message);
});

test("tells one problem a line, and all lines that have one", () => {
  const lines = complaints("a: 1\na: 2\nb: 1\nb: 2").split("\n");
  expect(lines.map((line) => line.slice(0, 12))).toEqual(["api.yaml:2:1", "api.yaml:4:1"]);
});

test("does not follow aliases without end", () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const aliases = Array.from({ length: 9 }, () => `*a${level}`).join(", ");
    return `a${level + 1}: &a${level + 1} [${aliases}]`;
  });
  expect(complaints(["a0: &a0 x", ...levels].join("\n"))).toMatch(
    /^api\.yaml: The aliases of this document can't be followed: .* Use at most 1000 alias nodes/,
  );
});
