import type { Judge, Rule } from "../change.js";
import { API_RULES } from "../api/api-rules.js";
import { TYPE_RULES } from "../types/type-rules.js";
import { WIRE_RULES } from "../wire/wire-rules.js";

/** The rules of every judge by their names. The tables of docs/versioning.md are made of them. */
export const RULES_OF: Readonly<Record<Judge, Readonly<Record<string, Rule>>>> = {
  wire: WIRE_RULES,
  types: TYPE_RULES,
  api: API_RULES,
};

/** The names of all rules. One that two judges share is named once. */
export const RULE_NAMES: readonly string[] = [
  ...new Set(Object.values(RULES_OF).flatMap((rules) => Object.keys(rules))),
];
