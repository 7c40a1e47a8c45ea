import { expect, test } from "vitest";
import { EDITS } from "../src/edits/all-edits.ts";
import { own } from "../src/subject.ts";
import { tryEdits } from "../src/try-edits.ts";

/** What becomes of a consumer where one knows it, whatever the comparison says. */
const KNOWN: Readonly<Record<string, boolean>> = {
  "request property added": true,
  "request property required added": false,
  "request property within an array became required": false,
  "request enum value removed": false,
  "response property removed": false,
  "response property within a map removed": false,
  "response property added": true,
  "response enum value added": true,
  "operation renamed": false,
  "server removed": false,
  "document described anew": true,
};

test("the consumer uses what it is there to use: it breaks where callers do, and only there", async () => {
  const edits = EDITS.filter(({ name }) => Object.hasOwn(KNOWN, name));
  const outcomes = await tryEdits(own("library"), edits, { places: 1 });
  expect(
    Object.fromEntries(outcomes.map((one) => [one.edit, one.complaints.length === 0])),
  ).toEqual(KNOWN);
});
