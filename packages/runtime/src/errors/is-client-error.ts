import type { CallError } from "./call-error.js";
import { brand } from "./client-error.js";

/**
 * Is this an error of a client? Unlike `instanceof`, it also knows errors of another copy or version of this package,
 * and its answer is the same after minifying.
 *
 * @param value Anything, as a `catch` clause gets it.
 */
export function isClientError(value: unknown): value is CallError {
  return brand in (Object(value) as object);
}
