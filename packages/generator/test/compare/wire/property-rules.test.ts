import { expect, test } from "vitest";
import { judgeTexts, rulesOf, withValue } from "./cases/judge-texts.js";
import { PROPERTY_CASES } from "./cases/property-cases.js";

test.each(PROPERTY_CASES)("%s became %s", (old, now, rules) => {
  expect(rulesOf(withValue(old), withValue(now))).toEqual(rules);
});

test("a message names the property by its path, and what was and is", () => {
  const deep = (most: number) =>
    withValue(
      `{ type: array, items: { type: object, properties: { address: { type: object, properties: { city name: { type: string, maxLength: ${most} } } } } } }`,
    );
  expect(judgeTexts(deep(100), deep(50))).toMatchObject([
    {
      message:
        'In the request of makeThing, `value[].address["city name"]` has maxLength 50 instead of 100.',
      level: "major",
      direction: "request",
      old: { line: 7 },
      new: { pointer: expect.stringMatching(/city name\/maxLength$/) },
    },
    { level: "minor", direction: "response" },
  ]);
});
