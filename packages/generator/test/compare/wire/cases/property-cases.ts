/** Schemas of `value` in a request and a response, before and after, and all that is told of it. */
type PropertyCase = readonly [old: string, now: string, rules: readonly string[]];

const of = (properties: string, required = "") =>
  `{ type: object, properties: { ${properties} }${required && `, required: [${required}]`} }`;

const NAME = "name: { type: string }";

/** Changes of properties. */
export const PROPERTY_CASES: readonly PropertyCase[] = [
  [
    of(NAME),
    of(`${NAME}, age: { type: integer }`),
    ["request-property-added", "response-property-added"],
  ],
  [
    of(NAME),
    of(`${NAME}, age: { type: integer, default: 1 }`, "age"),
    ["request-required-property-added", "response-property-added"],
  ],
  [of(`${NAME}, age: {}`), of(NAME), ["request-property-removed", "response-property-removed"]],
  [
    of(`${NAME}, age: {}`, "age"),
    of(NAME),
    ["request-property-removed", "response-required-property-removed"],
  ],
  [
    of(NAME),
    of(NAME, "name"),
    ["request-property-became-required", "response-property-became-required"],
  ],
  [
    of(NAME, "name"),
    of(NAME),
    ["request-property-became-optional", "response-property-became-optional"],
  ],
  [of(NAME), of("name: { type: string, readOnly: true }"), ["request-property-became-read-only"]],
  [
    of("name: { type: string, readOnly: true }"),
    of(NAME),
    ["request-property-no-longer-read-only"],
  ],
  [
    of("name: { type: string, readOnly: true }", "name"),
    of(NAME, "name"),
    ["request-required-property-added"],
  ],
  [
    of(NAME),
    of("name: { type: string, writeOnly: true }"),
    ["response-property-became-write-only"],
  ],
  [
    of("name: { type: string, writeOnly: true }"),
    of(NAME),
    ["response-property-no-longer-write-only"],
  ],
  [
    of(NAME),
    of(NAME, "age"),
    ["request-unknown-property-required", "response-unknown-property-required"],
  ],
  [
    of("name: { type: string, default: a }"),
    of("name: { type: string, default: b }"),
    ["request-default-changed", "response-default-noted"],
  ],
  [
    of(NAME),
    of("name: { type: string, default: b }"),
    ["request-default-added", "response-default-noted"],
  ],
  [
    of("name: { type: string, default: b }"),
    of(NAME),
    ["request-default-removed", "response-default-noted"],
  ],
  [
    of("name: { type: string, default: a }", "name"),
    of("name: { type: string, default: b }", "name"),
    ["request-default-noted", "response-default-noted"],
  ],
  [
    of(NAME, "name"),
    of("name: { type: string, default: b }"),
    [
      "request-default-noted",
      "request-property-became-optional",
      "response-default-noted",
      "response-property-became-optional",
    ],
  ],
  [of(NAME), of("name: false"), ["request-property-removed", "response-property-removed"]],
  [of("name: false"), of(NAME), ["request-property-added", "response-property-added"]],
  [
    of("names: { type: array, items: { type: string } }"),
    of("names: { type: array, items: false }"),
    ["request-became-forbidden", "response-became-forbidden"],
  ],
  [
    of("names: { type: array, items: false }"),
    of("names: { type: array, items: { type: string } }"),
    ["request-became-allowed", "response-became-allowed"],
  ],
  // Values that callers send back are looked at, what is asked of them is not.
  [
    of("name: { type: string, readOnly: true }"),
    of("name: { type: string, readOnly: true, pattern: ^a }", "name"),
    ["request-pattern-added", "response-pattern-added", "response-property-became-required"],
  ],
  [
    of("own: { readOnly: true, type: object }"),
    of("own: { readOnly: true, type: object, required: [a], properties: { a: {} } }"),
    ["response-property-added"],
  ],
  [
    of("own: { readOnly: true, type: object, properties: { a: {} } }"),
    of("own: { readOnly: true, type: object, properties: {} }"),
    ["response-property-removed"],
  ],
  // What is described for answers alone comes and goes without a word in requests.
  [
    of(NAME),
    of(`${NAME}, id: { readOnly: true, type: string }`, "id"),
    ["response-property-added"],
  ],
  [of(`${NAME}, id: { readOnly: true, type: string }`), of(NAME), ["response-property-removed"]],
];
