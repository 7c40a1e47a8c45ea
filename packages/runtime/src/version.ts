/** The version of this package, as its package.json has it. */
export const VERSION = "0.1.0";

/**
 * The versions of this package that a generated client written for this one can work with.
 * A client states its range in {@link ClientDefinition.runtime}; another range is a type error there,
 * and a `ConfigurationError` when the client is made.
 */
export const RUNTIME_RANGE = "^0.1.0";

/** The type of {@link RUNTIME_RANGE}: the one range that a definition may state. */
export type RuntimeRange = typeof RUNTIME_RANGE;
