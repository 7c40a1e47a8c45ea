import type { Change } from "../../src/compare/change.js";
import type { Comparison } from "../../src/compare/comparison.js";

/** A place in a document. */
export function placeAt(line: number, pointer: string, file = "api.yaml") {
  return { file, line, column: 3, pointer };
}

/** A change of a request that breaks callers, as the judge of the wire tells it, in all that is not said. */
export function makeChange(change: Partial<Change> = {}): Change {
  return {
    judge: "wire",
    rule: "request-property-became-required",
    level: "major",
    operation: "addPet",
    direction: "request",
    old: placeAt(10, "/components/schemas/Pet/properties/name", "main:api.yaml"),
    new: placeAt(12, "/components/schemas/Pet/properties/name"),
    message: '"name" became required.',
    ...change,
  };
}

/** What some changes come to. */
export function makeComparison(
  changes: readonly Change[],
  others: Partial<Comparison> = {},
): Comparison {
  const verdicts = { wire: "major", types: "minor" } as const;
  return { bump: "major", verdicts, changes, accepted: [], warnings: [], ...others };
}
