import { expect, test } from "vitest";
import { compareErrors } from "../../src/upgrade-check/compare-errors.js";
import { readOutput } from "../../src/upgrade-check/run-compiler.js";

const read = (...lines: string[]) => readOutput(lines.join("\r\n"), "/app").errors;

test("reads what tsc prints", () => {
  const text = [
    "src/a.ts(1,2): error TS2345: First.",
    "  Why.",
    "    And why that.",
    "error TS5083: Cannot read file.",
    "/app/src/a.ts",
    "Something else.",
    "",
  ].join("\n");
  expect(readOutput(text, "/app")).toEqual({
    errors: [
      {
        file: "/app/src/a.ts",
        line: 1,
        column: 2,
        code: "TS2345",
        lines: ["First.", "Why.", "And why that."],
      },
      { file: undefined, line: 0, column: 0, code: "TS5083", lines: ["Cannot read file."] },
    ],
    files: ["/app/src/a.ts"],
    others: "Something else.",
  });
});

const ONE = "a.ts(1,2): error TS1: One.";
const OTHER_WORDS = "a.ts(1,2): error TS1: Two.";
const OTHER_CODE = "a.ts(1,2): error TS2: One.";
const OTHER_PLACE = "a.ts(1,3): error TS1: One.";

test.each([
  ["the same", [ONE], [ONE], [], []],
  ["a new one", [], [ONE], [ONE], []],
  ["one that goes", [ONE], [], [], []],
  ["other words", [ONE], [OTHER_WORDS], [], [OTHER_WORDS]],
  ["another code", [ONE], [OTHER_CODE], [OTHER_CODE], []],
  ["another place", [ONE], [OTHER_PLACE], [OTHER_PLACE], []],
  ["one more at the same place", [ONE], [ONE, OTHER_WORDS], [OTHER_WORDS], []],
])("tells %s", (_, before, after, added, changed) => {
  expect(compareErrors(read(...before), read(...after))).toEqual({
    added: read(...added),
    changed: read(...changed),
  });
});

test("does not ask for the line in a file of a package", () => {
  const at = (line: number) => [
    { file: "@pets/client/dist/a.d.ts", line, column: 1, code: "TS1", lines: ["One."] },
  ];
  expect(compareErrors(at(1), at(2))).toEqual({ added: [], changed: [] });
});
