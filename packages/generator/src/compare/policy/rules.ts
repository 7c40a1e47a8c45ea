import type { Judge, Rule } from "../change.js";

/** The rules of every judge by their names. The tables of docs/versioning.md are made of them. */
export const RULES_OF: Readonly<Record<Judge, Readonly<Record<string, Rule>>>> = {
  wire: {},
  types: {},
  api: {},
};

/** The names of all rules. One that two judges share is named once. */
export const RULE_NAMES: readonly string[] = [
  ...new Set(Object.values(RULES_OF).flatMap((rules) => Object.keys(rules))),
];
