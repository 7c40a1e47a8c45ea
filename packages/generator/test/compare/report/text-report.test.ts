import { expect, test } from "vitest";
import { textReport } from "../../../src/compare/report/text-report.js";
import { makeChange, makeComparison, placeAt } from "../../support/make-change.js";

const NAMES = { old: "main:api.yaml", new: "api.yaml" };
const PLAIN = { width: 80, colour: false };

test("is a table of each operation, and a line with the bump and what each judge says", () => {
  const compiler = "Property 'name' is missing in type '{}' but required in type 'Pet'.";
  const entry = { pointer: "/a", reason: "It never worked.", until: "0.5.0" };
  const gone = makeChange({
    judge: "api",
    operation: undefined,
    direction: undefined,
    message: "PetList is no longer exported.",
    old: { file: "api/index.api.md", line: 3 },
    new: undefined,
  });
  const comparison = makeComparison(
    [
      makeChange({
        message: `"name" became required, which ${"every caller ".repeat(5)}must send.`,
      }),
      makeChange({ judge: "types", compiler }),
      makeChange({
        level: "minor",
        direction: "response",
        new: placeAt(30, "/b"),
        message: "New.",
      }),
      gone,
    ],
    {
      verdicts: { wire: "major", types: "major", api: "major" },
      accepted: [{ ...entry, location: { file: "c" }, changes: [gone] }],
    },
  );
  expect(textReport(comparison, NAMES, PLAIN)).toBe(`main:api.yaml -> api.yaml

addPet
  major  request   "name" became required, which every caller every caller every
                   caller every caller every caller must send.
                   api.yaml:12:3 (wire, types)
                   | ${compiler}
  minor  response  New.
                   api.yaml:30:3 (wire)

(all)
  major            PetList is no longer exported.
                   Accepted until 0.5.0: It never worked.
                   was api/index.api.md:3 (api)

Callers break: this needs a major version.
bump: major (wire: major, types: major, API report: major), 2 major and 1 minor changes`);
});

test("says that nothing has changed", () => {
  const verdicts = { wire: "none", types: "none" } as const;
  const comparison = makeComparison([], { bump: "none", verdicts });
  expect(textReport(comparison, NAMES, PLAIN)).toBe(`main:api.yaml -> api.yaml

Nothing that callers can notice has changed.
bump: none (wire: none, types: none, API report: not compared)`);
});

test("cuts what the compiler has to say at length", () => {
  const lines = Array.from({ length: 9 }, (_, index) => `line ${index + 1}`);
  const report = textReport(
    makeComparison([makeChange({ compiler: lines.join("\n") })]),
    NAMES,
    PLAIN,
  );
  expect(report).toContain("| line 6\n                   | … and 3 more lines\n");
});

test("document text moves no cursor, and breaks no line", () => {
  const text = "\u001b[2J\r\nbump: none\u2028";
  const change = makeChange({ message: text, operation: text, compiler: `a\r\u001b[0m\nb` });
  const report = textReport(makeComparison([change]), { old: text, new: text }, PLAIN);
  // oxlint-disable-next-line no-control-regex -- that is what must not be there
  expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028]/);
  expect(report.split("\n").filter((line) => line.startsWith("bump: none"))).toEqual([]);
});

test("is coloured where that is wanted", () => {
  const report = textReport(makeComparison([makeChange()]), NAMES, { width: 80, colour: true });
  expect(report).toContain("\u001b[31mmajor\u001b[39m");
  expect(report).toContain("\u001b[1maddPet\u001b[22m");
});
