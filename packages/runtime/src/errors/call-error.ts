import type { AbortedError } from "./aborted-error.js";
import type { ApiError, ApiErrorInit } from "./api-error.js";
import type { AuthenticationError } from "./authentication-error.js";
import type { ConfigurationError } from "./configuration-error.js";
import type { NetworkError } from "./network-error.js";
import type { NotFoundError } from "./not-found-error.js";
import type { OutcomeUnknownError } from "./outcome-unknown-error.js";
import type { ParseError } from "./parse-error.js";
import type { RateLimitError, RateLimitErrorInit } from "./rate-limit-error.js";
import type { TimeoutError } from "./timeout-error.js";

/** An `ApiError` that is none of its subclasses. */
export interface PlainApiError<Body = unknown> extends ApiError<Body> {
  readonly name: "ApiError";
  readonly code: "API_ERROR";
}

/** Every error that a call can fail with. `name`, `code` and `instanceof` each tell the members apart. */
export type CallError<Body = unknown> =
  | PlainApiError<Body>
  | AuthenticationError<Body>
  | NotFoundError<Body>
  | RateLimitError<Body>
  | NetworkError
  | TimeoutError
  | AbortedError
  | ParseError
  | ConfigurationError
  | OutcomeUnknownError;

/** What `new` takes for the error type `T`. */
export type ErrorInit<T> =
  T extends RateLimitError<infer Body>
    ? RateLimitErrorInit<Body>
    : T extends ApiError<infer Body>
      ? ApiErrorInit<Body>
      : never;

/**
 * The type of an error class whose body type is fixed. A generated client exports its error classes by it, so that
 * `error instanceof ApiError` gives `error.body` the API's own type, where a generic class would give it `any`.
 */
export interface ErrorClass<T> {
  new (init: ErrorInit<T>): T;
  readonly prototype: T;
}
