import { expect, test } from "vitest";
import { joinRounds, turnsOf } from "../../src/calls/rounds.ts";

test("each of a list has the first turn once, then it gets other neighbours", () => {
  const list = ["a", "b", "c", "d"];
  const orders = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((round) => turnsOf(list, round).join(""));
  expect(orders.join(" ")).toBe("abcd bcda cdab dabc adcb badc cbad dcba abcd");
});

test.each([1, 2, 5, 6, 8])("every round of %d has each of them once", (length) => {
  const list = Array.from({ length }, (_, at) => [at]);
  for (let round = 0; round < 3 * length; round += 1) {
    expect(new Set(turnsOf(list, round))).toEqual(new Set(list));
  }
});

test("joins the rounds of all sets, in order", () => {
  const slot = (rate: number) => ({ rate, cpu: 1 });
  const sets = [
    { fetch: [slot(1), slot(2)], ours: [slot(3), slot(4)] },
    { fetch: [slot(5)], ours: [slot(6)] },
  ];
  expect(joinRounds(sets)).toEqual({
    fetch: [slot(1), slot(2), slot(5)],
    ours: [slot(3), slot(4), slot(6)],
  });
});
