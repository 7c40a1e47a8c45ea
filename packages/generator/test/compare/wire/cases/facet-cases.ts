import type { FacetName } from "../../../../src/compare/wire/rules/schema-rules.js";

/** A schema before and after; what else is told of it, of a request and of a response. */
type FacetCase = readonly [old: string, now: string];

const CAT =
  "{ type: object, required: [kind], properties: { kind: { const: cat }, lives: { type: integer } } }";
const DOG =
  "{ type: object, required: [kind], properties: { kind: { const: dog }, barks: { type: boolean } } }";
const NAMED = "{ type: object, required: [name], properties: { name: { type: string } } }";
const AGED = "{ type: object, required: [age], properties: { age: { type: integer } } }";
const FEW =
  "{ type: object, required: [name], maxProperties: 3, properties: { name: { type: string } } }";

/** What a property can't show: one that takes no value counts as gone. */
type OfPlaces = "became-forbidden" | "became-allowed";

/** One change for each facet, alone. */
export const FACET_CASES: Readonly<Record<Exclude<FacetName, OfPlaces>, FacetCase>> = {
  "type-changed": ["{ type: string }", "{ type: boolean }"],
  "type-widened": ["{ type: integer }", "{ type: number }"],
  "type-narrowed": ["{ type: [string, integer] }", "{ type: string }"],
  "became-nullable": ["{ type: string }", '{ type: [string, "null"] }'],
  "became-not-nullable": ['{ anyOf: [{ type: string }, { type: "null" }] }', "{ type: string }"],
  "enum-added": ["{ type: string }", "{ type: string, enum: [a, b] }"],
  "enum-lifted": ["{ type: string, enum: [a, b] }", "{ type: string }"],
  "enum-value-removed": ["{ type: string, enum: [a, b] }", "{ type: string, enum: [a] }"],
  "enum-value-added": ["{ type: string, enum: [a] }", "{ type: string, enum: [b, a] }"],
  "const-added": ["{ type: string }", "{ type: string, const: a }"],
  "const-removed": ["{ type: string, const: a }", "{ type: string }"],
  "const-changed": ["{ const: a }", "{ const: b }"],
  "known-value-removed": [
    "{ type: string, x-extensible-enum: [a, b] }",
    "{ type: string, x-extensible-enum: [b] }",
  ],
  "known-value-added": [
    "{ type: string, x-extensible-enum: [a] }",
    "{ type: string, x-extensible-enum: [a, b] }",
  ],
  "pattern-added": ["{ type: string }", '{ type: string, pattern: "^a" }'],
  "pattern-removed": ['{ type: string, pattern: "^a" }', "{ type: string }"],
  "pattern-loosened": ['{ type: string, pattern: "^a" }', '{ type: string, pattern: ".*" }'],
  "pattern-changed": ['{ type: string, pattern: "^a" }', '{ type: string, pattern: "^b" }'],
  "limit-added": ["{ type: string }", "{ type: string, maxLength: 5 }"],
  "limit-removed": ["{ type: array, uniqueItems: true }", "{ type: array }"],
  "limit-tightened": ["{ type: integer, minimum: 1 }", "{ type: integer, minimum: 2 }"],
  "limit-loosened": ["{ type: number, exclusiveMaximum: 3 }", "{ type: number, maximum: 3 }"],
  "step-changed": ["{ type: number, multipleOf: 2 }", "{ type: number, multipleOf: 3 }"],
  "content-changed": ["{ type: string }", "{ type: string, contentEncoding: base64 }"],
  "content-schema-added": ["{ type: string }", `{ type: string, contentSchema: ${NAMED} }`],
  "content-schema-removed": [`{ type: string, contentSchema: ${NAMED} }`, "{ type: string }"],
  "schema-added": ["{}", "{ type: string }"],
  "schema-removed": ["{ type: string }", "true"],
  "properties-closed": [NAMED, NAMED.replace("{", "{ additionalProperties: false,")],
  "properties-opened": [NAMED.replace("{", "{ additionalProperties: false,"), NAMED],
  "further-properties-restricted": [
    NAMED,
    NAMED.replace("{", "{ additionalProperties: { type: string },"),
  ],
  "further-properties-freed": [
    NAMED.replace("{", "{ additionalProperties: { type: string },"),
    NAMED,
  ],
  "unevaluated-added": [NAMED, NAMED.replace("{", "{ unevaluatedProperties: false,")],
  "unevaluated-removed": ["{ type: array, unevaluatedItems: false }", "{ type: array }"],
  "pattern-property-added": [
    NAMED,
    NAMED.replace("{", "{ patternProperties: { ^x-: { type: string } },"),
  ],
  "pattern-property-removed": [
    NAMED.replace("{", "{ patternProperties: { ^x-: { type: string } },"),
    NAMED,
  ],
  "property-names-added": [NAMED, NAMED.replace("{", "{ propertyNames: { maxLength: 9 },")],
  "property-names-removed": [NAMED.replace("{", "{ propertyNames: { maxLength: 9 },"), NAMED],
  "dependent-required-added": [NAMED, NAMED.replace("{", "{ dependentRequired: { name: [age] },")],
  "dependent-required-removed": [
    NAMED.replace("{", "{ dependentRequired: { name: [age] },"),
    NAMED,
  ],
  "dependent-schema-added": [NAMED, NAMED.replace("{", `{ dependentSchemas: { name: ${AGED} },`)],
  "dependent-schema-removed": [NAMED.replace("{", `{ dependentSchemas: { name: ${AGED} },`), NAMED],
  "items-added": ["{ type: array }", "{ type: array, items: { type: string } }"],
  "items-removed": ["{ type: array, items: { type: string } }", "{ type: array }"],
  "prefix-items-added": ["{ type: array }", "{ type: array, prefixItems: [{ type: string }] }"],
  "prefix-items-removed": ["{ type: array, prefixItems: [{ type: string }] }", "{ type: array }"],
  "contains-added": ["{ type: array }", "{ type: array, contains: { type: string } }"],
  "contains-removed": ["{ type: array, contains: { type: string } }", "{ type: array }"],
  "condition-added": [NAMED, NAMED.replace("{", `{ if: ${NAMED}, then: ${AGED},`)],
  "condition-removed": [NAMED.replace("{", `{ if: ${NAMED}, else: ${AGED},`), NAMED],
  "condition-changed": [
    NAMED.replace("{", `{ if: ${NAMED}, then: ${AGED},`),
    NAMED.replace("{", `{ if: ${AGED}, then: ${AGED},`),
  ],
  "exclusion-added": ["{ type: string }", "{ type: string, not: { enum: [a] } }"],
  "exclusion-removed": ["{ type: string, not: { enum: [a] } }", "{ type: string }"],
  "exclusion-changed": [
    "{ type: string, not: { enum: [a] } }",
    "{ type: string, not: { enum: [b] } }",
  ],
  "form-added": [`{ oneOf: [${CAT}, ${DOG}] }`, `{ oneOf: [${NAMED}, ${CAT}, ${DOG}] }`],
  "form-removed": [`{ oneOf: [${NAMED}, ${CAT}, ${DOG}] }`, `{ oneOf: [${CAT}, ${DOG}] }`],
  "forms-introduced": [NAMED, `{ oneOf: [${CAT}, ${DOG}] }`],
  "forms-split": [NAMED, `{ anyOf: [${NAMED}, ${FEW}] }`],
  "forms-joined": [`{ oneOf: [${CAT}, ${DOG}] }`, NAMED],
  "forms-merged": [`{ anyOf: [${NAMED}, ${FEW}] }`, NAMED],
  "discriminator-added": [
    `{ oneOf: [${CAT}, ${DOG}] }`,
    `{ oneOf: [${CAT}, ${DOG}], discriminator: { propertyName: kind } }`,
  ],
  "discriminator-removed": [
    `{ oneOf: [${CAT}, ${DOG}], discriminator: { propertyName: kind } }`,
    `{ oneOf: [${CAT}, ${DOG}] }`,
  ],
  "discriminator-changed": [
    `{ oneOf: [${CAT}, ${DOG}], discriminator: { propertyName: kind } }`,
    `{ oneOf: [${CAT}, ${DOG}], discriminator: { propertyName: name } }`,
  ],
  deprecated: ["{ type: string }", "{ type: string, deprecated: true }"],
  undeprecated: ["{ type: string, deprecated: true }", "{ type: string }"],
};
