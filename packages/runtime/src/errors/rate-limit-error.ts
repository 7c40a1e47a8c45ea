import { ApiError, type ApiErrorInit } from "./api-error.js";
import { name } from "./client-error.js";

/** What a `RateLimitError` is made of. */
export interface RateLimitErrorInit<Body = unknown> extends ApiErrorInit<Body> {
  /** Milliseconds after which the server asked to be called again. */
  readonly retryAfter?: number | undefined;
}

/** Too many requests: an API code that the document maps here, else 429 (RFC 6585, 4). The retries are used up. */
export class RateLimitError<Body = unknown> extends ApiError<Body> {
  declare readonly name: "RateLimitError";
  declare readonly code: "RATE_LIMIT";
  /** Milliseconds from the answer on after which the server asked to be called again (`Retry-After`), unbounded. */
  declare readonly retryAfter?: number;

  /** @param init Status and body, and what else is known. */
  constructor(init: RateLimitErrorInit<Body>) {
    super(init);
    if (init.retryAfter !== undefined) this.retryAfter = init.retryAfter;
  }

  static {
    name(this, "RateLimitError");
  }
}
