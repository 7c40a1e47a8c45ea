import { ClientError, name } from "./client-error.js";

/** What a `TimeoutError` is made of. */
export interface TimeoutErrorInit {
  /** The limit that passed, in milliseconds. */
  readonly timeout: number;
  /** What the limit was for: one attempt (`timeout` option) or the whole call (`deadline` option). */
  readonly scope: "attempt" | "call";
  /** The `operationId` of the call, for the message. */
  readonly operation?: string | undefined;
  /** What was not done in time, for the message. Default: there is no complete answer. */
  readonly problem?: string | undefined;
}

/** No complete answer in time, or no more of an answer that is a stream. */
export class TimeoutError extends ClientError {
  declare readonly name: "TimeoutError";
  declare readonly code: "TIMEOUT";
  /** The limit that passed, in milliseconds. */
  declare readonly timeout: number;
  /** What the limit was for: one attempt (`timeout` option) or the whole call (`deadline` option). */
  declare readonly scope: "attempt" | "call";

  /** @param init Which limit passed. */
  constructor(init: TimeoutErrorInit) {
    const { timeout, scope, operation, problem = "no complete answer" } = init;
    super(`${operation}: ${problem} within ${timeout} ms of the ${scope}`, init);
    Object.assign(this, { timeout, scope });
  }

  static {
    name(this, "TimeoutError");
  }
}
