import { expect, test } from "vitest";
import { judgeTexts, rulesOf, withValue } from "./cases/judge-texts.js";
import { FACET_CASES } from "./cases/facet-cases.js";

test.each(Object.entries(FACET_CASES))("%s", (facet, [old, now]) => {
  expect(rulesOf(withValue(old), withValue(now))).toEqual([
    `request-${facet}`,
    `response-${facet}`,
  ]);
  const changes = judgeTexts(withValue(old), withValue(now));
  for (const change of changes) {
    expect(change.message).toMatch(/^In the (request|response) of makeThing, `value` .+[^.]\.$/);
    expect(change).toMatchObject({ judge: "wire", operation: "makeThing" });
    const files = [change.old, change.new].map((place) => place?.file);
    const isOfMap = /^(pattern-property|dependent-schema)-/.test(facet);
    expect(files.filter(Boolean)).toHaveLength(isOfMap ? 1 : 2);
  }
});

test.each(Object.entries(FACET_CASES))("%s: a document is as it was", (_facet, [old, now]) => {
  expect(judgeTexts(withValue(old), withValue(old))).toEqual([]);
  expect(judgeTexts(withValue(now), withValue(now))).toEqual([]);
});

test.each(["const: null", "enum: [null]"])(
  "an answer that was null alone (%s) may be no text",
  (given) => {
    const changes = judgeTexts(withValue(`{ ${given} }`), withValue('{ enum: ["a", null] }'));
    expect(changes).toContainEqual(
      expect.objectContaining({ rule: "response-type-widened", level: "major" }),
    );
    expect(judgeTexts(withValue(`{ ${given} }`), withValue(`{ ${given} }`))).toEqual([]);
  },
);
