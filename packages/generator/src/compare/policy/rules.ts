import type { Judge, Rule } from "../change.js";

/** The rules of every judge by their names. The table of docs/versioning.md is made of them. */
export const RULES_OF: Readonly<Record<Judge, Readonly<Record<string, Rule>>>> = {
  wire: {},
  types: {},
  api: {},
};

/** All rules by their names, which no two judges share. */
export const RULES: Readonly<Record<string, Rule>> = {
  ...RULES_OF.wire,
  ...RULES_OF.types,
  ...RULES_OF.api,
};
