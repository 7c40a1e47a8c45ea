import { describe, expect, test } from "vitest";
import { reportRows } from "../../../src/compare/report/report-rows.js";
import { makeChange, makeComparison, placeAt } from "../../support/make-change.js";

const rowsOf = (...changes: ReturnType<typeof makeChange>[]) => reportRows(makeComparison(changes));

describe("what two judges find at one place is one row", () => {
  const types = makeChange({
    judge: "types",
    rule: "request-member-became-required",
    compiler: "Property 'name' is missing.",
  });

  test("with both judges, and what the compiler says", () => {
    const [section] = rowsOf(makeChange(), types);
    expect(section?.rows).toEqual([
      expect.objectContaining({
        level: "major",
        message: makeChange().message,
        compiler: "Property 'name' is missing.",
        changes: [makeChange(), types],
      }),
    ]);
  });

  test("with the sentence of the higher level, where it happened in the same way", () => {
    const [section] = rowsOf(makeChange({ level: "minor" }), { ...types, message: "Breaks." });
    expect(section?.rows).toEqual([
      expect.objectContaining({ level: "major", message: "Breaks." }),
    ]);
    const other = { ...types, rule: "request-value-removed" };
    expect(rowsOf(makeChange({ level: "minor" }), other)[0]?.rows).toHaveLength(2);
  });

  test("where one of them names the keyword that has changed", () => {
    const at = (pointer: string) => ({ old: placeAt(1, pointer), new: placeAt(2, pointer) });
    const rows = (pointer: string) =>
      rowsOf(makeChange(at(pointer)), { ...types, ...at(`${pointer}/type`) })[0]?.rows;
    expect(rows("/components/schemas/Pet")).toHaveLength(1);
    expect(rows("/components/schemas/Pet/properties")).toHaveLength(2);
  });

  test("of all operations that they name", () => {
    const [section] = rowsOf(makeChange(), { ...types, operation: "putPet" });
    expect(section?.operations).toEqual(["addPet", "putPet"]);
  });

  test.each([
    ["another direction", { direction: "response" }],
    ["another place", { new: placeAt(13, "/components/schemas/Pet/properties/kind") }],
    ["no place", { old: undefined, new: undefined }],
  ] as const)("but not with %s", (_, others) => {
    expect(rowsOf(makeChange(), { ...types, ...others })[0]?.rows).toHaveLength(2);
  });

  test("each of one judge's with that of the other one that has its level", () => {
    const minor = makeChange({ level: "minor", rule: "request-enum-value-added" });
    const [section] = rowsOf(makeChange(), minor, { ...types, level: "minor" });
    expect(section?.rows.map(({ changes }) => changes.map(({ rule }) => rule))).toEqual([
      ["request-property-became-required"],
      ["request-enum-value-added", "request-member-became-required"],
    ]);
  });
});

test("what an API report says of it is in its row, though it is another place", () => {
  const message = "`Pet.name` became required.";
  const api = makeChange({
    judge: "api",
    rule: "api-declaration-broken",
    operation: undefined,
    old: { file: "v1:api/index.api.md", line: 3 },
    new: { file: "api/index.api.md", line: 3 },
    message,
  });
  const types = makeChange({ judge: "types", message: `${message} So it is with putPet.` });
  const sections = rowsOf(makeChange(), types, api, { ...api, message: "`Cat.name` is gone." });
  expect(sections.map(({ rows }) => rows.map(({ changes }) => changes.length))).toEqual([[3], [1]]);
});

test("what happens alike to several operations is one row of all of them", () => {
  const [section, ...others] = rowsOf(
    makeChange(),
    makeChange({ operation: "putPet" }),
    makeChange({ operation: "listPets" }),
  );
  expect(section).toMatchObject({ operations: ["addPet", "putPet", "listPets"] });
  expect(section?.rows).toHaveLength(1);
  expect(others).toEqual([]);
  const operations = ["addPet", "putPet"];
  expect(rowsOf(makeChange({ operations }))[0]).toMatchObject({ operations });
});

test("sections and rows with the highest level come first, else as they are found", () => {
  const at = (level: "major" | "minor" | "patch", operation: string | undefined, line: number) =>
    makeChange({ level, operation, new: placeAt(line, `/${line}`), message: String(line) });
  const sections = rowsOf(
    at("patch", "first", 1),
    at("minor", undefined, 2),
    at("minor", "second", 3),
    at("major", "second", 4),
    at("minor", "second", 5),
  );
  expect(
    sections.map(({ operations, rows }) => [operations, rows.map((row) => row.message)]),
  ).toEqual([
    [["second"], ["4", "3", "5"]],
    [[], ["2"]],
    [["first"], ["1"]],
  ]);
});

test("an accepted break names its entry, unless another judge's break at its place is not accepted", () => {
  const [wire, types] = [makeChange(), makeChange({ judge: "types" })];
  const entry = { pointer: "/a", reason: "b", until: "1.0.0", location: { file: "c" } };
  const acceptedIn = (...changes: (typeof wire)[]) =>
    reportRows(makeComparison([wire, types], { accepted: [{ ...entry, changes }] }))[0]?.rows[0]
      ?.accepted;
  expect(acceptedIn(wire, types)).toMatchObject(entry);
  expect(acceptedIn(wire)).toBeUndefined();
});

test("a sentence does not name again the operations that its section names", () => {
  const said = (message: string, ...operations: string[]) =>
    rowsOf(makeChange({ message, operation: operations[0] ?? "", operations }))[0]?.rows[0]
      ?.message;
  expect(said("In the request of a, `b` of a, c is new.", "a")).toBe(
    "In the request, `b` of a, c is new.",
  );
  expect(said("In the response 404 of a and 2 other operations, `b` is new.", "a", "b", "c")).toBe(
    "In the response 404, `b` is new.",
  );
  expect(said("a is described in other words.", "a")).toBe("a is described in other words.");
  expect(said("In `x` of a, it says so.", "a")).toBe("In `x` of a, it says so.");
});
