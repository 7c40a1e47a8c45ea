import { PlaidError } from "./plaid-error.js";

/**
 * The refusal for an operation that the document has and the sandbox does not know: 501, under the
 * one documented code that says the fault is not the caller's.
 */
export function notAnswered(operationId: string): PlaidError {
  return new PlaidError(
    "INTERNAL_SERVER_ERROR",
    `the sandbox does not answer ${operationId} yet: add a handler in packages/sandbox/src/customer-operations.ts`,
    { status: 501 },
  );
}
