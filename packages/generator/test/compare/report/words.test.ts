import { describe, expect, test } from "vitest";
import {
  countLevels,
  headline,
  judgeWords,
  someOf,
  verdictWords,
} from "../../../src/compare/report/words.js";
import { reportRows } from "../../../src/compare/report/report-rows.js";
import { makeChange, makeComparison } from "../../support/make-change.js";

describe("a headline", () => {
  const changes = [makeChange()];
  const entry = { pointer: "/a", reason: "b", until: "1.0.0", location: { file: "c" } };
  const accepted = [{ ...entry, changes }];

  test.each([
    ["major", "Callers break"],
    ["minor", "Nothing breaks"],
    ["patch", "a patch version is enough"],
    ["none", "Nothing that callers can notice"],
  ] as const)("says what %s means", (bump, says) => {
    expect(headline(makeComparison([], { bump }))).toContain(says);
  });

  test("says that breaks were accepted, where no other one is left", () => {
    const text = "Callers break, which was accepted on purpose: this counts as a minor version.";
    expect(headline(makeComparison(changes, { bump: "minor", accepted }))).toBe(text);
    expect(headline(makeComparison(changes, { accepted }))).toContain("needs a major version");
  });
});

test("a judge that had nothing to judge by says so", () => {
  const verdicts = { wire: "patch", api: "none" } as const;
  expect(verdictWords(makeComparison([], { verdicts }))).toEqual([
    ["wire", "patch"],
    ["types", "not compared"],
    ["API report", "none"],
  ]);
});

test("judges who agree are named, others with their levels", () => {
  const words = (level: "major" | "minor") => {
    const types = makeChange({ judge: "types", level });
    const rows = reportRows(makeComparison([makeChange(), types])).flatMap((one) => one.rows);
    return rows.map(judgeWords);
  };
  expect(words("major")).toEqual(["wire, types"]);
  expect(words("minor")).toEqual(["wire major, types minor"]);
});

test.each([
  [["major"], "1 major change"],
  [["patch", "major", "major"], "2 major and 1 patch changes"],
  [["patch", "minor", "major"], "1 major, 1 minor and 1 patch changes"],
] as const)("counts %j", (levels, text) => {
  expect(countLevels(levels)).toBe(text);
});

test("names some of many, and never one of one more", () => {
  expect(someOf(["a", "b", "c"], 2)).toBe("a, b, c");
  expect(someOf(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
});
