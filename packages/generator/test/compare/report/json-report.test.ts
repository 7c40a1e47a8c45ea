import { expect, test } from "vitest";
import { jsonReport } from "../../../src/compare/report/json-report.js";
import { makeChange, makeComparison } from "../../support/make-change.js";

test("has every change, also what two judges found", () => {
  const changes = [makeChange(), makeChange({ judge: "types" })];
  const json = JSON.parse(JSON.stringify(jsonReport(makeComparison(changes)))) as object;
  expect(json).toEqual({
    bump: "major",
    verdicts: { wire: "major", types: "minor" },
    changes,
    warnings: [],
  });
  expect(Object.keys(json)).toEqual(["bump", "verdicts", "changes", "warnings"]);
});

test("says which changes are accepted, and where that stands", () => {
  const changes = [makeChange({ level: "minor" }), makeChange()];
  const location = { file: "accepted-changes.yaml", line: 3, column: 1, pointer: "/0" };
  const entry = { pointer: "/a", rule: undefined, reason: "b", until: "1.0.0", location };
  const accepted = [{ ...entry, changes: changes.slice(1) }];
  expect(jsonReport(makeComparison(changes, { accepted }))).toMatchObject({
    accepted: [
      {
        pointer: "/a",
        reason: "b",
        until: "1.0.0",
        file: "accepted-changes.yaml",
        line: 3,
        changes: [1],
      },
    ],
  });
});

test("has warnings as clientgen generate tells them", () => {
  const location = { file: "api.yaml", line: 3 };
  const warning = { severity: "warning", location, message: "Odd.", fix: "Mend it." } as const;
  expect(jsonReport(makeComparison([], { warnings: [warning] }))).toMatchObject({
    warnings: [
      { severity: "warning", file: "api.yaml", line: 3, message: "Odd.", fix: "Mend it." },
    ],
  });
});
