import { expect, test } from "vitest";
import { joinRounds, shuffled } from "../../src/calls/rounds.ts";

test("gives each of a list its turn once, in an order by chance", () => {
  const list = [["a"], ["b"], ["c"], ["d"]];
  expect(shuffled(list, () => 0)).toEqual(list);
  expect(shuffled(list, () => 0.999)).toEqual([["d"], ["c"], ["b"], ["a"]]);
  const chances = [0.5, 0.9, 0, 0.3];
  expect(shuffled(list, () => chances.shift() ?? 0)).toEqual([["c"], ["d"], ["a"], ["b"]]);
  expect(list).toEqual([["a"], ["b"], ["c"], ["d"]]);
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
