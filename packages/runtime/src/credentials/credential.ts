import type { Secret } from "../secret.js";

/**
 * A credential's value, or a function that gives it. The function is called for every attempt, so it may rotate keys; while it has
 * not answered, calls that need it meanwhile wait for the same answer.
 */
export type Credential = string | Secret | (() => string | Secret | Promise<string | Secret>);
