import type { ApiErrorName } from "../definition.js";
import { ClientError, name } from "./client-error.js";
import { inspect, printers } from "./printing.js";

/** The codes that go with {@link ApiErrorName}. */
export type ApiErrorCode = "API_ERROR" | "AUTHENTICATION" | "NOT_FOUND" | "RATE_LIMIT";

/** What an `ApiError` is made of, in the client and in a test of yours. */
export interface ApiErrorInit<Body = unknown> {
  /** The HTTP status. */
  readonly status: number;
  /** The answer's JSON, or its text where it is not JSON. */
  readonly body: Body;
  /** The request id, where the server gave one. */
  readonly requestId?: string | undefined;
  /** The `operationId` of the call. */
  readonly operation?: string | undefined;
  /** In place of the message that is built from status and request id. */
  readonly message?: string | undefined;
}

/** The server answered outside 2xx: an error of the API, a gateway's HTML page, a redirect. */
export class ApiError<Body = unknown> extends ClientError {
  declare readonly name: ApiErrorName;
  declare readonly code: ApiErrorCode;
  /** The HTTP status. */
  readonly status: number;
  /**
   * The answer's JSON. A gateway's page is text, and what is empty or over the size limit is `""`: reading a property of
   * it gives `undefined` and does not throw. Printed by `JSON.stringify` or Node's `inspect`, the error shows it without what
   * the API's definition calls sensitive; where that is anything, it is not enumerable.
   */
  readonly body: Body;

  /** @param init Status and body, and what else is known. */
  constructor(init: ApiErrorInit<Body>) {
    const { status, body, requestId, operation } = init;
    super(
      init.message ??
        `${operation ? `${operation}: ` : ""}${status}${requestId ? ` (request id ${requestId})` : ""}`,
      { operation, requestId },
    );
    this.status = status;
    this.body = body;
  }

  static {
    name(this, "ApiError", "API_ERROR");
    for (const key of ["toJSON", inspect] as const) {
      const value = printers[key];
      Object.defineProperty(this.prototype, key, { value, configurable: true, writable: true });
    }
  }
}
