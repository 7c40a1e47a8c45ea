import { PlaidError } from "../../src/plaid-error.ts";

/** The refusal that a call throws; fails where it throws another error or none. */
export function refusalOf(call: () => unknown): PlaidError {
  try {
    call();
  } catch (error) {
    if (error instanceof PlaidError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
