import { expect, test } from "vitest";
import { formatLocation, formatProblem, ProblemsError } from "../src/problem.js";

test.each([
  [{ file: "a.yaml" }, "a.yaml"],
  [{ file: "a.yaml", line: 3 }, "a.yaml:3"],
  [{ file: "a.yaml", line: 3, column: 7 }, "a.yaml:3:7"],
  [{ file: "a.yaml", line: 3, column: 7, pointer: "/paths/~1a" }, "a.yaml:3:7 #/paths/~1a"],
  [{ file: "a.yaml", pointer: "" }, "a.yaml #"],
])("says where %j is", (location, text) => {
  expect(formatLocation(location)).toBe(text);
});

test("stays on one line, whatever a document says", () => {
  const line = formatProblem({
    severity: "error",
    location: { file: "a.yaml", pointer: "/x\ny" },
    message: 'The name "\u001b[31mred\r\n\u0085fake.yaml:1:1: all is well\u2028\u202e" is odd.',
    fix: "Mend it.",
  });
  expect(line).toBe(
    'a.yaml #/x y: The name " [31mred fake.yaml:1:1: all is well " is odd. Mend it.',
  );
});

test("an error of several problems says them all", () => {
  const location = { file: "a.yaml" };
  const error = new ProblemsError([
    { severity: "error", location, message: "One.", fix: "Do this." },
    { severity: "warning", location, message: "Two.", fix: "Do that." },
  ]);
  expect(error.message).toBe("a.yaml: One. Do this.\nwarning: a.yaml: Two. Do that.");
  expect(error.name).toBe("ProblemsError");
});
