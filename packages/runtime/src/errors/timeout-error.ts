import { ClientError, name } from "./client-error.js";

/** What a `TimeoutError` is made of. */
export interface TimeoutErrorInit {
  /** The limit that passed, in milliseconds. */
  readonly timeout: number;
  /** What the limit was for: one attempt (`timeout` option) or the whole call (`deadline` option). */
  readonly scope: "attempt" | "call";
  /** The `operationId` of the call. */
  readonly operation?: string | undefined;
}

/** No complete answer in time. */
export class TimeoutError extends ClientError {
  declare readonly name: "TimeoutError";
  declare readonly code: "TIMEOUT";
  /** The limit that passed, in milliseconds. */
  readonly timeout: number;
  /** What the limit was for: one attempt (`timeout` option) or the whole call (`deadline` option). */
  readonly scope: "attempt" | "call";

  /** @param init Which limit passed. */
  constructor({ timeout, scope, operation }: TimeoutErrorInit) {
    super(
      `${operation ? `${operation}: ` : ""}no complete answer within ${timeout} ms (${scope === "call" ? "deadline of the call" : "timeout of an attempt"})`,
      { operation },
    );
    this.timeout = timeout;
    this.scope = scope;
  }

  static {
    name(this, "TimeoutError", "TIMEOUT");
  }
}
