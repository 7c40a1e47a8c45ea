import { API_RULES } from "./rules/api-rules.js";
import { OPERATION_RULES } from "./rules/operation-rules.js";
import { PROPERTY_RULES } from "./rules/property-rules.js";
import { SCHEMA_RULES } from "./rules/schema-rules.js";

/**
 * All that the wire judge tells of. Where a level comes from: what callers send has to stay accepted, what they get has to
 * stay expected; docs/versioning.md has the whole table.
 */
export const WIRE_RULES = {
  ...OPERATION_RULES,
  ...PROPERTY_RULES,
  ...SCHEMA_RULES,
  ...API_RULES,
} as const;

/** The name of a rule of the wire judge. */
export type WireRule = keyof typeof WIRE_RULES;
