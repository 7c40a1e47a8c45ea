import { describe, expect, test } from "vitest";
import {
  codeBlock,
  codeSpan,
  escapeMarkdown,
  sentence,
  tableCell,
} from "../../../src/compare/report/escape-markdown.js";

/** The invisible sign that is put into words. */
const J = "\u2060";

describe("text stays text", () => {
  test.each([
    ["a mention", "ask @octocat", `ask @${J}octocat`],
    ["a team", "@org/team", `@${J}org/team`],
    ["an issue", "see #12 and org/repo#3", `see #${J}12 and org/repo#${J}3`],
    ["an issue in words", "GH-12", `GH-${J}12`],
    ["a commit", "deadbeef1", `d${J}eadbeef1`],
    ["an address", "http://evil.example", `http:${J}//evil.example`],
    ["an address without a scheme", "www.evil.example", `www.${J}evil.example`],
    ["an emoji", ":tada:", `:${J}tada:`],
    ["a link", "[a](b)", "\\[a\\](b)"],
    ["a picture", "![a](b)", "!\\[a\\](b)"],
    ["emphasis", "*a* __b__ ~~c~~", "\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~"],
    ["code", "`a`", "\\`a\\`"],
    ["a backslash", "\\*", "\\\\\\*"],
    ["a tag", "<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"],
    ["the end of a fold", "</details>", "&lt;/details&gt;"],
    ["an entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"],
    ["a formula", "$x$", "&#36;x&#36;"],
    ["lines", "a\n\n# b", `a # b`],
    ["the end of a comment", "<!-- a -->", "&lt;!-- a --&gt;"],
  ])("%s", (_, text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

test.each([
  ["a", "`a`"],
  ["a`b", "``a`b``"],
  ["`a``", "``` `a`` ```"],
  [" a", "`  a `"],
  ["", '""'],
  [" \n ", '""'],
  ["a\n\n</details>", "`a </details>`"],
  ["@octocat", "`@octocat`"],
])("%j is code", (text, code) => {
  expect(codeSpan(text)).toBe(code);
});

test("what a sentence quotes is code, and what is left over of a quote is text", () => {
  expect(sentence('"*" became "**", not *bold*; "@half')).toBe(
    `\`*\` became \`**\`, not \\*bold\\*; "@${J}half`,
  );
});

test("a sentence may quote with backticks", () => {
  expect(sentence('`Pet.*` became "`", not `@half')).toBe(
    `\`Pet.*\` became \`\` \` \`\`, not \\\`@${J}half`,
  );
});

test("no line ends a block", () => {
  expect(codeBlock(["a", "````", "~~~", "</details>\r\u2028"])).toEqual([
    "`````text",
    "a",
    "````",
    "~~~",
    "</details> ",
    "`````",
  ]);
});

test("a bar ends no cell, not even in code", () => {
  expect(tableCell(`${codeSpan("a | b")} | c`)).toBe("`a \\| b` \\| c");
});
