import { ClientError, name } from "./client-error.js";

/** The caller's `signal` ended the call. `cause` is the signal's reason. */
export class AbortedError extends ClientError {
  declare readonly name: "AbortedError";
  declare readonly code: "ABORTED";

  static {
    name(this, "AbortedError");
  }
}
