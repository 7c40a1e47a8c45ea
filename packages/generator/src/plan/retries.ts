import type { Operation } from "../model/api-model.js";
import { isIdempotentMethod } from "../model/idempotent-methods.js";

/** Whether an operation may be sent again after it may have reached the server. */
export function isIdempotent({ idempotent, method }: Operation): boolean {
  return idempotent ?? isIdempotentMethod(method);
}

/** The operation that tells whether one took effect, where that may be unknown. */
export function outcomeCheck(operation: Operation): string | undefined {
  return isIdempotent(operation) ? undefined : operation.outcomeCheck;
}
