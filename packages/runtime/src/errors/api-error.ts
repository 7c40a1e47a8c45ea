import type { ApiErrorName } from "../definition.js";
import { ClientError, name } from "./client-error.js";

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
  /** What the message begins with, in place of the status. */
  readonly message?: string | undefined;
}

/** The server answered outside 2xx: an error of the API, a gateway's HTML page, a redirect. */
export class ApiError<Body = unknown> extends ClientError {
  declare readonly name: ApiErrorName;
  declare readonly code: ApiErrorCode;
  /** The HTTP status. */
  declare readonly status: number;
  /**
   * The answer's JSON. A gateway's page is text, and what is empty or over the size limit is `""`: reading a property of
   * it gives `undefined` and does not throw. It is not enumerable, so that what copies errors does not show it; printed by
   * `JSON.stringify` or Node's `inspect`, an error of the full client shows it without what the API's definition calls
   * sensitive.
   */
  declare readonly body: Body;

  /** @param init Status and body, and what else is known. */
  constructor(init: ApiErrorInit<Body>) {
    const { status, body, requestId, message = status } = init;
    super(`${message}${requestId ? ` (request id ${requestId})` : ""}`, init);
    this.status = status;
    Object.defineProperty(this, "body", { value: body });
  }

  static {
    name(this, "ApiError");
    Object.assign(this.prototype, { code: "API_ERROR" });
  }
}
