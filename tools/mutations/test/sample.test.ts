import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { EDITS } from "../src/edits/all-edits.ts";
import { cellOf, worthOf } from "../src/judge-outcome.ts";
import { customer, own, OWN_DOCUMENTS } from "../src/subject.ts";
import { readTable } from "../src/table.ts";
import { tryEdits } from "../src/try-edits.ts";

const PAGE = fileURLToPath(new URL("../../../docs/mutation-test.md", import.meta.url));
/** One kind of so many is tried; `pnpm mutations` tries all, everywhere. */
const ONE_OF = 3;

const subjects = [await customer(), ...OWN_DOCUMENTS.map(own)];
const table = readTable(readFileSync(PAGE, "utf8"));

test("the table in docs/mutation-test.md is of these kinds (pnpm mutations --collection --write)", () => {
  expect([...table.keys()]).toEqual(EDITS.map(({ name }) => name));
  expect(new Set(table.keys()).size).toBeGreaterThanOrEqual(40);
});

test("each kind has a place in one of its documents", () => {
  const nowhere = [...table].filter(([, cells]) =>
    [...cells.values()].flat().every((cell) => cell === "–"),
  );
  expect(nowhere.map(([kind]) => kind)).toEqual([]);
});

// Each kind in one document that has a place for it, in turn; a few have theirs in the collection alone.
const chosen = EDITS.filter((_, index) => index % ONE_OF === 0).map((edit, index) => {
  const able = subjects.filter(({ document }) => edit.find(document).length > 0);
  return { edit, subject: able[index % able.length] };
});

describe.each(subjects)("$name", (subject) => {
  const edits = chosen.filter((one) => one.subject === subject).map(({ edit }) => edit);

  test(
    `${edits.length} kinds of edit: what breaks the consumer is major, and all is as the table says`,
    { timeout: 300_000 },
    async () => {
      const outcomes = await tryEdits(subject, edits, { places: 1 });
      const missed = outcomes.filter((one) => worthOf(one) === "missed");
      const told = missed.map(
        ({ edit, place, complaints }) => `${edit}, ${place}: ${complaints[0]}`,
      );
      expect(told).toEqual([]);
      const drifted = outcomes
        .filter((one) => !table.get(one.edit)?.get(subject.name)?.includes(cellOf(one)))
        .map((one) => `${one.edit}: ${cellOf(one)}`);
      expect(drifted, "Run pnpm mutations --collection --write, and look at its diff.").toEqual([]);
    },
  );
});
