import { expect, test } from "vitest";
import { acceptChanges } from "../../../src/compare/accepted/accept-changes.js";
import type { AcceptedEntry } from "../../../src/compare/comparison.js";
import { makeChange, placeAt } from "../../support/make-change.js";

const POINTER = "/components/schemas/Pet/properties/name";

function entry(others: Partial<AcceptedEntry> = {}): AcceptedEntry {
  const location = { file: "accepted-changes.yaml", line: 1 };
  return { pointer: POINTER, reason: "Nobody sends it.", until: "1.0.0", location, ...others };
}

const everywhere = () => true;
const nowhere = () => false;

test("takes the breaks of its place, of every judge and of both directions", () => {
  const changes = [
    makeChange(),
    makeChange({ judge: "types", rule: "member-became-required" }),
    makeChange({ direction: "response", new: undefined }),
  ];
  const { accepted, stale } = acceptChanges([entry()], changes, everywhere);
  expect(accepted).toEqual([{ ...entry(), changes }]);
  expect(stale).toEqual([]);
});

test.each([
  ["a break below it", makeChange({ old: placeAt(1, `${POINTER}/enum`), new: undefined })],
  ["a break above it", makeChange({ old: placeAt(1, "/components"), new: undefined })],
  ["what is no break", makeChange({ level: "minor" })],
  ["another rule", makeChange({ rule: "request-property-removed" })],
])("leaves %s", (_, change) => {
  const rule = "request-property-became-required";
  expect(acceptChanges([entry({ rule })], [change], everywhere)).toEqual({
    accepted: [],
    stale: [],
  });
});

test("a break is the first entry's that takes it", () => {
  const both = [entry({ reason: "First." }), entry({ reason: "Second." })];
  const { accepted } = acceptChanges(both, [makeChange()], everywhere);
  expect(accepted.map(({ reason }) => reason)).toEqual(["First."]);
});

test("takes what the client's API report says of the same break, and nothing else of it", () => {
  const types = makeChange({ judge: "types", message: "`Pet.name` became required." });
  const api = { ...types, judge: "api", rule: "api-declaration-broken", old: undefined } as const;
  const followed = { ...api, new: { file: "api/index.api.md", line: 3 } };
  const own = { ...followed, message: "`Hooks.onRetry` became required." };
  const { accepted } = acceptChanges([entry()], [types, own, followed], everywhere);
  expect(accepted).toEqual([{ ...entry(), changes: [types, followed] }]);
});

test("tells of an entry whose place is in neither document", () => {
  const { stale } = acceptChanges([entry(), entry({ document: "api.yaml" })], [], nowhere);
  expect(stale).toEqual([
    {
      severity: "warning",
      location: entry().location,
      message: `Neither document has anything at ${POINTER}.`,
      fix: 'Drop the entry, or correct its pointer, or name its "document".',
    },
    expect.objectContaining({ fix: "Drop the entry, or correct its pointer." }),
  ]);
});
