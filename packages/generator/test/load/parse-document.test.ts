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

test("finds places in JSON: keys with escapes, quotes and braces in strings", () => {
  const text = '\t{"a\\"{": [1, -2.5e+3,\n "x]:\\\\", {"b": null}], "\\u0063": true}';
  const document = parse(text);
  const place = (pointer: string) => {
    const { line, column } = document.locate(pointer);
    return text.split("\n")[(line ?? 0) - 1]?.slice((column ?? 0) - 1);
  };
  expect(place("")).toMatch(/^\{"a/);
  expect(place('/a"{/1')).toBe("-2.5e+3,");
  expect(place('/a"{/2')).toMatch(/^"x/);
  expect(place('/a"{/3/b')).toMatch(/^null/);
  expect(place("/c")).toBe("true}");
  expect(place("/c/none")).toBe("true}");
});

test.each([
  ["{ a: , b: 1 }", "/b", 11],
  ["a: &x { b: 1 }\nc: *x", "/c/b", 4],
  ["'a b': \"c\"", "/a b", 8],
])("finds places in YAML of %j", (text, pointer, column) => {
  expect(parse(text).locate(pointer).column).toBe(column);
});

test.each([
  [
    "broken YAML",
    "openapi: 3.1.0\ninfo: {\n  title: [a\n}",
    "api.yaml:4:1: This is not valid YAML or JSON: this line's indentation fits nothing around it. Indent it as its neighbours, or close what stands open above it.",
  ],
  [
    "broken JSON",
    '{\n  "openapi": "3.1.0",\n  "info": {,}\n}',
    "api.yaml:3:12: This is not valid YAML or JSON: a value is missing. Write it here, or drop the comma.",
  ],
  [
    "a tab",
    "info:\n\ttitle: a",
    "api.yaml:2:1: This is not valid YAML or JSON: a tab can't indent. Indent with spaces.",
  ],
  [
    "a text with a colon",
    "info:\n  title: Pets: the API",
    "api.yaml:2:14: This is not valid YAML or JSON: a colon and a space stand in a text without quotes. Put the whole text in quotes.",
  ],
  [
    "a line indented too far",
    "info:\n  title: Pets\n   version: 1",
    "api.yaml:3:11: This is not valid YAML or JSON: this line is indented deeper than the one above, and so goes on the text there. Indent it as its neighbours; a text that has a colon and a space in it needs quotes.",
  ],
  [
    "a text that begins with a sign",
    "contact: @me",
    "api.yaml:1:10: This is not valid YAML or JSON: a text without quotes can't begin with this sign. Put the whole text in quotes.",
  ],
  [
    "a list on the line of its key",
    "tags: - a",
    "api.yaml:1:7: This is not valid YAML or JSON: a list can't begin on the line of its key. Begin it on the next line.",
  ],
  [
    "text behind quotes",
    "title: 'it's here'",
    "api.yaml:1:12: This is not valid YAML or JSON: the value ends before this place, with a quote or a bracket. Put the whole value in quotes, and write a quote of the same kind in it as '' or \\\".",
  ],
  [
    "a line without a colon",
    "openapi: 3.1.0\ninfo\npaths: {}",
    'api.yaml:3:6: This is not valid YAML or JSON: a line above this place has no colon. Write "key: value", or indent the lines of a text deeper than its key.',
  ],
  [
    "a colon without a space",
    "openapi:3.1.0\ninfo: {}",
    "api.yaml:2:5: This is not valid YAML or JSON: this line goes on nothing that stands above. Look here and above for a colon without a space, a list item among keys, or a bracket too many.",
  ],
  [
    "a lone backslash",
    'pattern: "\\d"',
    "api.yaml:1:12: This is not valid YAML or JSON: in double quotes a backslash can't stand before this sign. Write two backslashes, or use single quotes.",
  ],
  [
    "the marks of a merge",
    "info:\n<<<<<<< HEAD\n  title: a\n=======\n  title: b\n>>>>>>> pets",
    "api.yaml:2:1: The marks of a merge conflict stand in this file. Resolve the conflict.",
  ],
  [
    "a key given twice",
    "a: 1\nb:\n  c: 1\n  c: 2",
    'api.yaml:4:3: The key "c" stands twice in one map. Keep one of the two.',
  ],
  [
    "a key that JSON writes in two ways",
    '{ "x": { "a": 1,\n  "\\u0061": 2 } }',
    'api.yaml:2:3: The key "a" stands twice in one map. Keep one of the two.',
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
  expect(complaints(["a0: &a0 x", ...levels].join("\n"))).toBe(
    'api.yaml:8:10: The aliases up to "*a6" stand for more than 1000000 values. Make what is repeated a component, and refer to it by $ref.',
  );
});

test("takes many aliases of little, and refuses one of what it stands in", () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `k${index}: *a`);
  expect(complaints(["a: &a { b: 1 }", ...many].join("\n"))).toBe("");
  expect(complaints("a: &a\n  b: *a")).toBe(
    'api.yaml:2:6: The alias "*a" stands inside of what it names. Refer to a schema by $ref instead.',
  );
  expect(complaints("a: *b")).toBe(
    'api.yaml:1:5: This is not valid YAML or JSON: unidentified alias "b". Mend the syntax here.',
  );
});

test.each([
  ["JSON", (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`, " #/a/a/a"],
  [
    "YAML",
    (levels: number) => `${"[".repeat(levels)}*a${"]".repeat(levels)}`.replace("*a", "x"),
    "",
  ],
  [
    "aliases",
    (levels: number) =>
      Array.from({ length: levels - 1 }, (_, level) => `k${level}: &k${level} [*k${level - 1}]`)
        .join("\n")
        .replace("*k-1", "x"),
    "",
  ],
])("refuses %s that is nested too deep", (_name, text, pointer) => {
  expect(complaints(text(200))).toBe("");
  for (const levels of [201, 5_000, 100_000]) {
    const line = complaints(text(levels));
    expect(line).toContain("more than 200 levels of nesting.");
    expect(line).toMatch(/^api\.yaml:\d+:\d+/);
    expect(line).toContain(pointer);
  }
});

test("reads what looks like JSON and is none as YAML", () => {
  expect(parse("{ a: 1, 'b': [2, ], }").root).toEqual({ a: 1, b: [2] });
  expect(parse("  [1, # comment\n 2]").root).toEqual([1, 2]);
});

test("takes tags that it does not know for none", () => {
  expect(parse("a: !Ref x\nb: !!timestamp 2020-01-01\nc: !Map { d: 1 }\ne: !L [1]").root).toEqual({
    a: "x",
    b: "2020-01-01",
    c: { d: 1 },
    e: [1],
  });
});

test("refuses several documents in one file", () => {
  expect(complaints("---\na: 1\n---\nb: 1\n")).toBe(
    'api.yaml:4:1: This file holds 2 YAML documents. Keep one; they are parted by lines of "---".',
  );
});
