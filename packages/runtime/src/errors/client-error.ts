/** Marks the errors of every copy of this package, so that a copy can know another's. */
export const brand: unique symbol = Symbol.for("@plaid-partner/runtime.error") as never;

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

  /**
   * @param message The whole message.
   * @param init What is known of the call, and the cause.
   */
  constructor(message: string, init: ClientErrorInit = {}) {
    super(message, init.cause === undefined ? undefined : { cause: init.cause });
    if (init.operation !== undefined) this.operation = init.operation;
    if (init.requestId !== undefined) this.requestId = init.requestId;
  }

  static {
    name(this, "ClientError", "CLIENT");
    Object.defineProperty(this.prototype, brand, { value: true });
  }
}

/** Puts a literal name and code on a class. On the prototype, because V8 writes the name into the stack while `Error` is constructed. */
export function name(type: { prototype: object }, name: string, code: string): void {
  Object.assign(type.prototype, { name, code });
}
