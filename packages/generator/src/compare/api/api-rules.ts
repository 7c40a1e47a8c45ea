import type { Rule } from "../change.js";

/** Everything that the judge of API reports tells, with its level. */
export const API_RULES = {
  "api-export-added": {
    level: "minor",
    title: "A package exports one more name",
    reason: "No code imports it yet.",
  },
  "api-export-removed": {
    level: "major",
    title: "A package no longer exports a name",
    reason: "Imports of it no longer compile.",
  },
  "api-declaration-broken": {
    level: "major",
    title: "What a package exports is declared so that old code may not compile",
    reason:
      "What callers give is no longer enough, or what they get is no longer what it was; what can't be proven to do counts as that.",
  },
  "api-declaration-extended": {
    level: "minor",
    title: "What a package exports takes or gives more",
    reason: "The compiler proves that old code does as it is.",
  },
  "api-declaration-rewritten": {
    level: "patch",
    title: "What a package exports is declared in other words",
    reason: "The compiler sees no difference that callers could.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** The name of a rule of {@link API_RULES}. */
export type ApiRule = keyof typeof API_RULES;
