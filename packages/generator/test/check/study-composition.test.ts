import { expect, test } from "vitest";
import { studyComposition } from "../../src/check/study-composition.js";

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("finds a circle for each knot of schemas, the shortest from its first", () => {
  const { circles } = studyComposition(
    {
      A: { allOf: [reference("B"), { oneOf: [reference("C")] }] },
      B: { anyOf: [reference("D")] },
      C: reference("A"),
      D: reference("A"),
      E: { allOf: [reference("E"), reference("A")] },
      F: { properties: { f: reference("F") }, items: reference("A") },
      G: { allOf: [reference("A"), { type: "object" }] },
    },
    10,
  );
  expect(circles).toEqual([
    ["A", "C", "A"],
    ["E", "E"],
  ]);
});

test("finds where schemas are made of others in too many steps", () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, index) => [
      `S${index}`,
      { allOf: index === 19_999 ? [] : [reference(`S${index + 1}`)] },
    ]),
  );
  expect(studyComposition(schemas, 100)).toEqual({ circles: [], tooDeep: ["S19898"] });
  expect(studyComposition({ A: reference("B"), B: {} }, 1).tooDeep).toEqual([]);
  expect(studyComposition({ A: reference("B"), B: {} }, 0).tooDeep).toEqual(["A"]);
});

test("takes a ring of many schemas, and names that objects have by nature", () => {
  const size = 20_000;
  const ring = Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`S${index}`, reference(`S${(index + 1) % size}`)]),
  );
  expect(studyComposition(ring, 100).circles[0]).toHaveLength(size + 1);
  const odd = { ["__proto__"]: reference("constructor"), constructor: reference("__proto__") };
  expect(studyComposition(odd, 100).circles).toEqual([["__proto__", "constructor", "__proto__"]]);
});
