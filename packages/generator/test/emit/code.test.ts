import { expect, test } from "vitest";
import {
  blockComment,
  Code,
  code,
  identifier,
  join,
  lineComment,
  literal,
  objectLiteral,
  propertyKey,
} from "../../src/emit/code.js";
import { oneLine } from "../../src/one-line.js";

const HOSTILE = [
  "*/",
  "`${process.exit()}`",
  "\"'\\",
  "line\nbreak\r\n",
  "\u2028\u2029",
  "\u202etxet",
  "</script>",
  "\u0000\u001b[31m",
  "__proto__",
];

test("puts code into code, and joins lists", () => {
  const list = [identifier("a"), identifier("b")];
  expect(code`f(${join(list, code`, `)}); ${list}`.text).toBe("f(a, b); ab");
});

test.each(["text", 5, undefined, null, { text: "x" }, ["x"]])("refuses %j as code", (value) => {
  expect(() => code`${value as unknown as Code}`).toThrow(/^A template of generated code refuses/);
});

test("nobody else makes code", () => {
  expect(() => new Code("evil()", Symbol("constructing"))).toThrow(TypeError);
});

test.each(["", "1a", "a b", "a;evil()", "class", "größe", "a\n"])(
  "refuses %j as an identifier",
  (name) => {
    expect(() => identifier(name)).toThrow(`Not an identifier: ${JSON.stringify(name)}`);
  },
);

test.each(HOSTILE)("makes one line without tricks of %j", (text) => {
  const line = oneLine(text);
  for (const character of ["\n", "\r", "\u2028", "\u2029", "\u202e", "\u0000", "\u001b"]) {
    expect(line).not.toContain(character);
  }
});

/** What JavaScript makes of a literal. */
function evaluate(text: string): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval -- to see what a JavaScript engine reads
  return new Function(`"use strict"; return (${text});`)();
}

test.each(HOSTILE)("carries %j as a literal", (text) => {
  const { text: written } = literal(text);
  expect(evaluate(written)).toBe(text);
  expect(written).not.toMatch(/[\n\r\u2028\u2029\u202e]/);
});

test.each(HOSTILE)("carries %j as a key", (name) => {
  const made = evaluate(objectLiteral([[name, literal(1)]]).text) as object;
  expect(Object.entries(made)).toEqual([[name, 1]]);
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
});

test("carries data of any depth, and leaves out what is undefined", () => {
  const data = { a: [1, -2.5, true, null, "x"], "b-c": { d: {} } };
  expect(evaluate(literal({ ...data, gone: undefined }).text)).toEqual(data);
  expect(() => literal(() => 1)).toThrow("No literal for function");
});

test.each([
  ["a", "a"],
  ["$_1", "$_1"],
  ["a-b", '"a-b"'],
  ["1", '"1"'],
  ['"', '"\\""'],
])("writes the key %s of a type as %s", (name, text) => {
  expect(propertyKey(name).text).toBe(text);
});

test.each(HOSTILE)("keeps %j inside a comment", (text) => {
  for (const comment of [blockComment([text]), blockComment(["first", text])]) {
    expect(comment.text.trimEnd().indexOf("*/")).toBe(comment.text.trimEnd().length - 2);
    expect(comment.text.split("\n").join("")).toBe(oneLine(comment.text.split("\n").join("")));
  }
  expect(lineComment(text).text).toBe(`// ${oneLine(text)}\n`);
});

test("writes comments of one and of several lines", () => {
  expect(blockComment([]).text).toBe("");
  expect(blockComment([" one "]).text).toBe("/** one */\n");
  expect(blockComment(["one", "", "two"]).text).toBe("/**\n * one\n *\n * two\n */\n");
});
