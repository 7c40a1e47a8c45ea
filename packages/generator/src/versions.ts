/** This package's version, as in its package.json; a test holds them together. */
export const GENERATOR_VERSION = "0.1.0";

/** The versions of `@plaid-partner/runtime` that generated code is written for. */
export const RUNTIME_RANGE = "^0.1.0";
