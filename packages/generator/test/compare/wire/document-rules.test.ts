import { expect, test } from "vitest";
import { WIRE_RULES } from "../../../src/compare/wire/wire-rules.js";
import { ANSWER_CASES } from "./cases/answer-cases.js";
import { API_CASES } from "./cases/api-cases.js";
import { FACET_CASES } from "./cases/facet-cases.js";
import { judgeTexts, rulesOf } from "./cases/judge-texts.js";
import { OPERATION_CASES } from "./cases/operation-cases.js";
import { PARAMETER_CASES } from "./cases/parameter-cases.js";
import { PROPERTY_CASES } from "./cases/property-cases.js";

const CASES = [...OPERATION_CASES, ...PARAMETER_CASES, ...ANSWER_CASES, ...API_CASES];

test.each(CASES)("%s", (_what, old, now, rules) => {
  expect(rulesOf(old, now)).toEqual(rules);
  expect(judgeTexts(old, old)).toEqual([]);
  expect(judgeTexts(now, now)).toEqual([]);
});

test.each(CASES)("%s: each change has a place and a sentence", (_what, old, now) => {
  for (const { message, rule, level, ...change } of judgeTexts(old, now)) {
    expect(message).toMatch(/^[A-Z`a-z].*[^.]\.$/);
    expect(message).not.toMatch(/undefined|\[object/);
    expect(level).toBe(WIRE_RULES[rule as keyof typeof WIRE_RULES].level);
    expect(change.old?.line ?? change.new?.line).toBeGreaterThan(0);
  }
});

test("every rule has a case", () => {
  const told = new Set([
    ...CASES.flatMap(([, , , rules]) => rules),
    ...PROPERTY_CASES.flatMap(([, , rules]) => rules),
    ...Object.keys(FACET_CASES).flatMap((facet) => [`request-${facet}`, `response-${facet}`]),
  ]);
  expect(Object.keys(WIRE_RULES).filter((rule) => !told.has(rule))).toEqual([]);
});
