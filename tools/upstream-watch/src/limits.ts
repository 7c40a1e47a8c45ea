/** The keywords of JSON Schema that bound a value by what stands beside them alone. */
export const LIMITS = [
  "minLength",
  "maxLength",
  "pattern",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
] as const;
