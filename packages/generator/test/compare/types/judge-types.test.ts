import { describe, expect, test } from "vitest";
import { judgeTypes } from "../../../src/compare/types/judge-types.js";
import { TYPE_RULES, type TypeRule } from "../../../src/compare/types/type-rules.js";
import { planOf } from "../../support/stages.js";
import type { Case } from "./cases/case.js";
import { CLIENT_CASES } from "./cases/client-cases.js";
import { REQUEST_CASES } from "./cases/request-cases.js";
import { RESPONSE_CASES } from "./cases/response-cases.js";
import { compileConsumers } from "./consumer.js";
import { edited, PET_SHOP } from "./pet-shop.js";

const CASES: readonly Case[] = [...REQUEST_CASES, ...RESPONSE_CASES, ...CLIENT_CASES];

const judge = (old: string, now: string) => judgeTypes(planOf(old).plan, planOf(now).plan);
const levelOf = (rule: TypeRule) => TYPE_RULES[rule].level;
const isMajor = (rule: TypeRule) => levelOf(rule) === "major";

function versionsOf({ before = [], edits }: Case): [old: string, now: string] {
  const old = edited(PET_SHOP, before);
  return [old, edited(old, edits)];
}

describe("each rule", () => {
  test("has a case", () => {
    const covered = new Set(CASES.map(({ rule }) => rule));
    expect(Object.keys(TYPE_RULES).filter((rule) => !covered.has(rule as TypeRule))).toEqual([]);
  });

  test.each(CASES)("$rule: $message", async (one) => {
    const changes = await judge(...versionsOf(one));
    const change = changes.find(
      ({ rule, message }) => rule === one.rule && message.startsWith(one.message),
    );
    const { operation, old, now, compiler = /^/ } = one;
    expect(change, JSON.stringify(changes, undefined, 1)).toMatchObject({
      judge: "types",
      level: levelOf(one.rule),
      ...(operation !== undefined && { operation }),
      ...(old !== undefined && { old: { pointer: old } }),
      ...(now !== undefined && { new: { pointer: now } }),
    });
    expect(change?.compiler ?? "").toMatch(compiler);
    const others = new Set(changes.map(({ rule }) => rule).filter((rule) => rule !== one.rule));
    expect([...others].sort()).toEqual([...(one.also ?? [])].sort());
  });
});

test("what is called a break breaks a consumer, and what is not does not", async () => {
  const consumers = CASES.flatMap((one, index) => {
    const { code } = one;
    const [old, now] = versionsOf(one);
    if (code === undefined) return [];
    return [
      { name: `${index} old`, document: old, code },
      { name: `${index} new`, document: now, code },
    ];
  });
  const said = await compileConsumers(consumers);
  const wrong = CASES.flatMap(({ rule, also = [], message, code }, index) => {
    if (code === undefined) return [];
    const [old = [], now = []] = [said.get(`${index} old`), said.get(`${index} new`)];
    const breaks = isMajor(rule) || also.some(isMajor);
    return old.length === 0 && now.length > 0 === breaks ? [] : [{ rule, message, old, now }];
  });
  expect(wrong).toEqual([]);
});
