import { expect, test } from "vitest";
import { docComment, schemaDoc, type Doc } from "../../src/emit/doc-comment.js";

const lines = (doc: Doc) => docComment(doc).text.split("\n");

test("says nothing where there is nothing to say", () => {
  expect(docComment({ summary: " ", description: undefined, facts: [] }).text).toBe("");
});

test("puts paragraphs, facts, tags and an example in order, each thing once", () => {
  const doc = {
    summary: "Same.",
    description: "Same.",
    facts: ["One.", "Two."],
    tags: [
      ["deprecated", ""],
      ["see", "a"],
    ] as const,
    example: ["f();"],
  };
  expect(lines(doc)).toEqual([
    "/**",
    " * Same.",
    " *",
    " * One.",
    " * Two.",
    " *",
    " * @deprecated",
    " * @see a",
    " * @example",
    " * ```ts",
    " * f();",
    " * ```",
    " */",
    "",
  ]);
});

test("wraps prose at 96 characters, and lists with an indent", () => {
  const long = "word ".repeat(30).trim();
  const wrapped = lines({ description: `${long}\n\n- ${long}\n\n1. ${long}` });
  expect(Math.max(...wrapped.map((line) => line.length))).toBeLessThanOrEqual(96 + " * ".length);
  expect(wrapped.filter((line) => line.startsWith(" *   word"))).toHaveLength(1);
  expect(wrapped.filter((line) => line.startsWith(" *    word"))).toHaveLength(1);
});

test("leaves tables, code and words without end as they are", () => {
  const row = `| ${"cell | ".repeat(30)}`.trim();
  const word = "x".repeat(200);
  expect(lines({ description: `${row}\n\n${word}\n\n**bold** ${"word ".repeat(20)}` })).toEqual(
    expect.arrayContaining([` * ${row}`, ` * ${word}`]),
  );
  expect(lines({ summary: `*/ ${"word ".repeat(20)}end` })[2]).toBe(" * word word end");
});

test("takes an @ at the start of a line for text", () => {
  expect(lines({ summary: "a\n@deprecated\n  @see b" })).toEqual([
    "/**",
    " * a",
    " * \\@deprecated",
    " *   \\@see b",
    " */",
    "",
  ]);
});

test("tells what a schema says of itself", () => {
  expect(
    schemaDoc(
      {
        title: "T",
        description: "D",
        format: "date",
        minimum: 0,
        exclusiveMaximum: true,
        default: null,
        examples: ["e"],
        deprecated: true,
      },
      "other",
    ),
  ).toEqual({
    summary: "T",
    description: "D",
    facts: ["Format: `date`.", "At least `0`."],
    tags: [
      ["default", "null"],
      ["example", '"e"'],
      ["deprecated", ""],
    ],
  });
  expect(schemaDoc(true, "Fallback.").description).toBe("Fallback.");
  expect(schemaDoc({ example: "x".repeat(100) }).tags).toEqual([]);
});

test.each([
  ["@deprecated", "\\@deprecated"],
  ["see @deprecated here", "see \\@deprecated here"],
  ["behind\u200b@deprecated", "behind\u200b\\@deprecated"],
  ["behind\u0085@deprecated", "behind \\@deprecated"],
  ["`run @it now`", "`run \\@it now`"],
  ["{@inheritDoc x}", "{\\@inheritDoc x}"],
  ["{@link a.b} and {@link x}", "{\\@link a.b} and {@link x}"],
  ["a@b.example, `@scope/name`, 3 @ 4", "a@b.example, `@scope/name`, 3 @ 4"],
])("makes no tag of %j", (description, expected) => {
  expect(lines({ description })).toEqual([`/** ${expected} */`, ""]);
});
