import { expect, test } from "vitest";
import { changeLines, problemLines, warningLines } from "../../src/cli/grouped-lines.js";
import type { Problem } from "../../src/problem.js";
import type { FileChange } from "../../src/model/emitted-file.js";

function warning(line: number, message: string, fix = "Mend it."): Problem {
  return { severity: "warning", location: { file: "a.yaml", line }, message, fix };
}

const many = (count: number, message: (index: number) => string, from = 1) =>
  Array.from({ length: count }, (_, index) => warning(from + index, message(index)));

test("cuts many warnings that differ in names alone, and lets none of them bury another", () => {
  const lines = warningLines([
    ...many(300, (index) => `The schema "a${index}" is exported as Name${index}Schema.`),
    warning(400, "The server is relative."),
    ...many(300, (index) => `The schema "b${index}" is exported as B${index}.`, 500),
  ]);
  expect(lines).toEqual([
    'warning: a.yaml:1: The schema "a0" is exported as Name0Schema. Mend it.',
    'warning: a.yaml:2: The schema "a1" is exported as Name1Schema. Mend it.',
    'warning: a.yaml:3: The schema "a2" is exported as Name2Schema. Mend it.',
    "… and 597 more warnings like this; --json lists all.",
    "warning: a.yaml:400: The server is relative. Mend it.",
  ]);
});

test("tells a few warnings of a kind one by one, and other words as another kind", () => {
  expect(warningLines(many(5, () => "It is odd."))).toHaveLength(5);
  expect(warningLines(many(6, () => "It is odd."))).toHaveLength(4);
  const words = ["odd", "old", "even", "new", "long", "short"];
  expect(warningLines(many(6, (index) => `It is ${words[index]}.`))).toHaveLength(6);
});

test("tells errors last, and each of them", () => {
  const errors = many(30, () => "It is wrong.").map((one) => ({
    ...one,
    severity: "error" as const,
  }));
  const lines = problemLines([...errors, ...many(30, () => "It is odd.")]);
  expect(lines).toHaveLength(34);
  expect(lines.slice(3, 5)).toEqual([
    "… and 27 more warnings like this; --json lists all.",
    "a.yaml:1: It is wrong. Mend it.",
  ]);
});

test("counts the files of a folder where many have the same change", () => {
  const files = (count: number, change: FileChange["change"]): FileChange[] =>
    Array.from({ length: count }, (_, index) => ({ path: `operations/${index}.ts`, change }));
  const line = ({ path, change }: FileChange) => `${change} ${path}`;
  const index: FileChange = { path: "index.ts", change: "changed" };
  expect(changeLines([index, ...files(21, "created"), ...files(2, "removed")], line)).toEqual([
    "changed index.ts",
    "created operations/ (21 files)",
    "removed operations/0.ts",
    "removed operations/1.ts",
  ]);
  expect(changeLines(files(20, "created"), line)).toHaveLength(20);
});
