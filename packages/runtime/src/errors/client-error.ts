/** Marks the errors of every copy of this package, so that a copy can know another's. */
export const brand: unique symbol = Symbol.for("@plaid-partner/runtime.error") as never;

/** One attempt of a call. */
export interface AttemptRecord {
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
  /** How it ended: the HTTP status (`"503"`) or the name of an error (`"TimeoutError"`). */
  outcome: string;
  /** Milliseconds that were to pass until the next attempt. Absent on the last. */
  delay?: number;
}

/** What every error of a call may be made with. */
export interface ClientErrorInit {
  /** The `operationId` of the call. */
  readonly operation?: string | undefined;
  /** The request id that the server gave the call. */
  readonly requestId?: string | undefined;
  /** What led to this error. */
  readonly cause?: unknown;
}

/**
 * The base of everything that a client throws. What it does not cover: a `TypeError` or `RangeError` from a fault in
 * the calling code, and whatever middleware that the caller registered throws.
 */
export class ClientError extends Error {
  /** The name of the class: a literal in every subclass, the same after minifying. */
  declare readonly name: string;
  /** This package's own stable code of the kind of error. The API's code is in the body of an `ApiError`. */
  declare readonly code: string;
  /** The `operationId` of the call, where a call failed. */
  declare readonly operation?: string;
  /** The request id that the server gave the call, where there is one. */
  declare readonly requestId?: string;
  /** The attempts that the call made, in order. Absent where it made none, and where the core made it (`createClient`). */
  declare readonly attempts?: readonly Readonly<AttemptRecord>[];

  /**
   * @param message The whole message.
   * @param init What is known of the call, and the cause.
   */
  constructor(message: string, init: ClientErrorInit = {}) {
    super(message, init);
    const { operation, requestId } = init;
    Object.assign(this, operation && { operation }, requestId && { requestId });
  }

  static {
    name(this, "ClientError");
    Object.assign(this.prototype, { [brand]: true });
  }
}

/**
 * Puts a literal name on a class, and the code that follows from it: `RATE_LIMIT` of `RateLimitError`. On the prototype, because V8
 * writes the name into the stack while `Error` is constructed.
 */
export function name(type: { prototype: object }, name: string): void {
  const code = name.replace(/Error$/, "").replace(/\B[A-Z]/g, "_$&");
  Object.assign(type.prototype, { name, code: code.toUpperCase() });
}
