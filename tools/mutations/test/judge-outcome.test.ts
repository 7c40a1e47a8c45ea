import { expect, test } from "vitest";
import { cellOf, worthOf } from "../src/judge-outcome.ts";
import { readTable, replaceTable, toMarkdown } from "../src/table.ts";
import type { Outcome } from "../src/try-edits.ts";

type Level = "none" | "minor" | "major";

function outcome(wire: Level, types: Level, complaints: string[] = []): Outcome {
  const levels: Level[] = ["none", "minor", "major"];
  const bump = levels[Math.max(levels.indexOf(wire), levels.indexOf(types))] ?? "none";
  const comparison = { bump, verdicts: { wire, types }, changes: [], accepted: [], warnings: [] };
  return { subject: "a.yaml", edit: "thing removed", place: "x", comparison, complaints };
}

const CASES: readonly (readonly [string, Outcome, string, string])[] = [
  ["breaks and is major", outcome("none", "major", ["TS1"]), "right", "major, breaks"],
  ["breaks and is minor", outcome("minor", "none", ["TS1"]), "missed", "**minor, breaks**"],
  ["compiles and is minor", outcome("minor", "none"), "right", "minor"],
  ["compiles, and its wire is major", outcome("major", "minor"), "wire", "major, wire"],
  ["compiles, and all is major", outcome("major", "major"), "wire", "major, wire"],
  ["compiles, and its types are major", outcome("none", "major"), "cautious", "major, cautious"],
  ["is refused", { ...outcome("none", "none"), refusal: "No client." }, "refused", "refused"],
];

test.each(CASES)("a consumer that %s", (_, given, worth, cell) => {
  expect([worthOf(given), cellOf(given)]).toEqual([worth, cell]);
});

test("the table can be read again", () => {
  const outcomes = [
    outcome("minor", "none"),
    outcome("none", "major", ["TS1"]),
    { ...outcome("none", "none"), subject: "b.yaml" },
  ];
  const page =
    "# Page\n\n| a | b |\n| - | - |\n| c | d |\n\n<!-- mutations:begin -->\nold\n<!-- mutations:end -->\n\nThe end.\n";
  const written = replaceTable(page, toMarkdown(outcomes, ["thing removed", "thing added"]));
  expect(written).toMatch(/^# Page\n[^]*\n\nThe end\.\n$/);
  expect(written).toContain("3 edits of 2 kinds in 2 documents");
  expect(written).not.toContain("old");
  const table = readTable(written);
  expect([...table.keys()]).toEqual(["thing removed", "thing added"]);
  expect(table.get("thing removed")?.get("a.yaml")).toEqual(["major, breaks", "minor"]);
  expect(table.get("thing removed")?.get("b.yaml")).toEqual(["none"]);
  expect(() => replaceTable("# Page", "")).toThrow("The page has no");
});
