import type { Level, Rule } from "../../change.js";

/** Which way a value goes: callers send it, or get it. */
export type Direction = "request" | "response";

/**
 * What a change does to the values that a schema takes: fewer, more, others, or the same. Callers who send suffer from
 * fewer, callers who read from more.
 */
type Effect = "narrows" | "widens" | "differs" | "keeps";

interface Facet {
  readonly title: string;
  readonly effect: Effect;
  /** Where the effect alone does not decide. */
  readonly request?: Verdict;
  readonly response?: Verdict;
}

type Verdict = readonly [level: Level, reason: string];

const USUAL: Readonly<Record<Direction, Readonly<Record<Effect, Verdict>>>> = {
  request: {
    narrows: ["major", "Values that callers send today are refused."],
    widens: ["minor", "All that callers send today is still taken."],
    differs: ["major", "Values that callers send today are refused."],
    keeps: ["minor", "All that callers send today is still taken."],
  },
  response: {
    narrows: ["minor", "Callers get nothing that they did not expect before."],
    widens: ["major", "Callers get values that the document excluded before."],
    differs: ["major", "Callers get values that the document excluded before."],
    keeps: ["minor", "Callers get nothing that they did not expect before."],
  },
};

const OPEN: Verdict = [
  "minor",
  "Values in answers stay open for our clients: code has a place for unknown ones.",
];
const UNREAD: Verdict = [
  "minor",
  "How a text is written matters to who sends it; who reads it takes it as a text.",
];
const IGNORED: Verdict = ["minor", "Who reads an object passes over what it does not know."];
const HINT: Verdict = [
  "minor",
  "It tells tools which form a value has; the schemas say which values there are (OpenAPI 3.1, 4.8.25).",
];

const narrows = (title: string, own: Partial<Facet> = {}): Facet => ({
  title,
  effect: "narrows",
  ...own,
});
const widens = (title: string, own: Partial<Facet> = {}): Facet => ({
  title,
  effect: "widens",
  ...own,
});
const differs = (title: string, own: Partial<Facet> = {}): Facet => ({
  title,
  effect: "differs",
  ...own,
});
const hint = (title: string): Facet => ({ title, effect: "keeps", request: HINT, response: HINT });

/** What can become of a schema, whichever way its values go. */
const FACETS = {
  "type-changed": differs("a value has another type or format"),
  "type-widened": widens("a value may have more types or formats"),
  "type-narrowed": narrows("a value may have fewer types or formats"),
  "became-nullable": widens("a value may be null"),
  "became-not-nullable": narrows("a value may no longer be null"),
  "became-forbidden": narrows("a place takes no value any more"),
  "became-allowed": widens("a place that took no value takes some"),
  "enum-added": narrows("a value is restricted to a list (`enum`)"),
  "enum-lifted": widens("a value is no longer restricted to a list (`enum`)", { response: OPEN }),
  "enum-value-removed": narrows("a value of an `enum` is gone"),
  "enum-value-added": widens("an `enum` has a new value", { response: OPEN }),
  "const-added": narrows("a value is fixed (`const`)"),
  "const-removed": widens("a value is no longer fixed (`const`)"),
  "const-changed": differs("a value is fixed to another one"),
  "known-value-removed": narrows("a value of an `x-extensible-enum` is gone"),
  "known-value-added": widens("an `x-extensible-enum` has a new value", { response: OPEN }),
  "pattern-added": narrows("a text has to fit a `pattern`"),
  "pattern-removed": widens("a text has no `pattern` any more", { response: UNREAD }),
  "pattern-loosened": widens("a `pattern` takes any text now", { response: UNREAD }),
  "pattern-changed": differs("a text has to fit another `pattern`", { response: UNREAD }),
  "limit-added": narrows("a value has a limit (`minimum`, `maxLength`, `uniqueItems`, …)"),
  "limit-removed": widens("a value has a limit less"),
  "limit-tightened": narrows("a limit is tighter"),
  "limit-loosened": widens("a limit is looser"),
  "step-changed": differs("a number is a multiple of something else (`multipleOf`)"),
  "content-changed": differs("a text holds something else (`contentEncoding`, `contentMediaType`)"),
  "content-schema-added": narrows("what a text holds is restricted (`contentSchema`)"),
  "content-schema-removed": widens("what a text holds is no longer restricted (`contentSchema`)"),
  "schema-added": narrows("what could be anything has a schema"),
  "schema-removed": widens("what had a schema can be anything"),
  "properties-closed": narrows("an object takes no further properties"),
  "properties-opened": widens("an object takes further properties", { response: IGNORED }),
  "further-properties-restricted": narrows("further properties of an object are restricted"),
  "further-properties-freed": widens("further properties of an object are no longer restricted"),
  "unevaluated-added": narrows(
    "what is left over is restricted (`unevaluatedProperties`, `unevaluatedItems`)",
  ),
  "unevaluated-removed": widens("what is left over is no longer restricted"),
  "pattern-property-added": narrows(
    "properties with certain names are restricted (`patternProperties`)",
  ),
  "pattern-property-removed": widens("properties with certain names are no longer restricted"),
  "property-names-added": narrows("names of properties are restricted (`propertyNames`)"),
  "property-names-removed": widens("names of properties are no longer restricted"),
  "dependent-required-added": narrows("a property asks for another one (`dependentRequired`)"),
  "dependent-required-removed": widens("a property no longer asks for another one"),
  "dependent-schema-added": narrows("a property asks for more of its object (`dependentSchemas`)"),
  "dependent-schema-removed": widens("a property no longer asks for more of its object"),
  "items-added": narrows("items of a list are restricted (`items`)"),
  "items-removed": widens("items of a list are no longer restricted"),
  "prefix-items-added": narrows("an item at a certain place is restricted (`prefixItems`)"),
  "prefix-items-removed": widens("an item at a certain place is no longer restricted"),
  "contains-added": narrows("a list has to hold certain items (`contains`)"),
  "contains-removed": widens("a list no longer has to hold certain items"),
  "condition-added": narrows("a value meets a new condition (`if`, `then`, `else`)"),
  "condition-removed": widens("a value has a condition less to meet"),
  "condition-changed": differs("a value meets another condition (`if`)"),
  "exclusion-added": narrows("values are excluded (`not`)"),
  "exclusion-removed": widens("values are no longer excluded (`not`)"),
  "exclusion-changed": differs("other values are excluded (`not`)"),
  "form-added": widens("a value has one form more (`oneOf`, `anyOf`)"),
  "form-removed": narrows("a value has one form less (`oneOf`, `anyOf`)"),
  "forms-introduced": differs("a single form became several that don't go together with it"),
  "forms-split": {
    title: "a single form became several that go together with it",
    effect: "keeps",
  },
  "forms-joined": differs("several forms became a single one that does not go together with them"),
  "forms-merged": {
    title: "several forms became a single one that goes together with them",
    effect: "keeps",
  },
  "discriminator-added": hint("a `discriminator` is given"),
  "discriminator-removed": hint("a `discriminator` is no longer given"),
  "discriminator-changed": hint("a `discriminator` has another property or mapping"),
  deprecated: { title: "a value is deprecated, or its end is near (`x-sunset`)", effect: "keeps" },
  undeprecated: { title: "a value is no longer deprecated", effect: "keeps" },
} as const satisfies Readonly<Record<string, Facet>>;

/** What became of a schema. */
export type FacetName = keyof typeof FACETS;

/** The rules for schemas: each facet in each direction. */
export const SCHEMA_RULES = Object.fromEntries(
  (["request", "response"] as const).flatMap((direction) =>
    Object.entries<Facet>(FACETS).map(([name, facet]): [string, Rule] => {
      const [level, reason] = facet[direction] ?? USUAL[direction][facet.effect];
      const where = direction === "request" ? "In a request" : "In a response";
      return [`${direction}-${name}`, { level, title: `${where}, ${facet.title}`, reason }];
    }),
  ),
) as Readonly<Record<`${Direction}-${FacetName}`, Rule>>;
