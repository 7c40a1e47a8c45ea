import { ClientError, name } from "./client-error.js";

/**
 * An operation that is not idempotent failed after it may have reached the server, so it may have happened or not.
 * It is never sent again. `cause` is the `NetworkError` or `TimeoutError`. Ask the API what is the case before trying again.
 */
export class OutcomeUnknownError extends ClientError {
  declare readonly name: "OutcomeUnknownError";
  declare readonly code: "OUTCOME_UNKNOWN";

  static {
    name(this, "OutcomeUnknownError");
  }
}
