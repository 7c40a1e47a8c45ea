import type { CallState } from "./call-state.js";
import { ClientError } from "./errors/client-error.js";

/** Gives what a call fails with the operation's name, and tells hooks of it. */
export function reportError(call: CallState, error: unknown): void {
  call.client.onError?.(call, error);
  // Middleware may throw one error again and again.
  if (error instanceof ClientError && !error.operation) {
    Object.assign(error, { operation: call.operation.id });
  }
}
