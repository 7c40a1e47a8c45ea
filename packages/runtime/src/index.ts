/** The entry for callers: the errors that a call can fail with, the types of options and calls, and what options take that not everybody needs. */
export type { Around, AttemptView } from "./around.js";
export type { Call, Result, WithResponse } from "./call.js";
export type { Credential } from "./credentials/credential.js";
export type { ApiErrorName } from "./definition.js";
export { AbortedError } from "./errors/aborted-error.js";
export { ApiError, type ApiErrorCode, type ApiErrorInit } from "./errors/api-error.js";
export { AuthenticationError } from "./errors/authentication-error.js";
export type { CallError, PlainApiError } from "./errors/call-error.js";
export { type AttemptRecord, ClientError, type ClientErrorInit } from "./errors/client-error.js";
export { ConfigurationError } from "./errors/configuration-error.js";
export { isClientError } from "./errors/is-client-error.js";
export { NetworkError } from "./errors/network-error.js";
export { NotFoundError } from "./errors/not-found-error.js";
export { OutcomeUnknownError } from "./errors/outcome-unknown-error.js";
export { ParseError, type ParseErrorInit } from "./errors/parse-error.js";
export { RateLimitError, type RateLimitErrorInit } from "./errors/rate-limit-error.js";
export { TimeoutError, type TimeoutErrorInit } from "./errors/timeout-error.js";
export type { ErrorView, Hooks, RequestView, ResponseView, RetryView } from "./hooks.js";
export { concurrency, type ConcurrencyOptions } from "./load/concurrency.js";
export { rateLimit, type RateLimitOptions } from "./load/rate-limit.js";
export type { LogFunction, Logger } from "./logger.js";
export { Secret } from "./secret.js";
export type { ItemStream } from "./stream/item-stream.js";
export type { ServerSentEvent } from "./stream/server-sent-event.js";
export type {
  CallOptions,
  ClientOptions,
  CoreOptions,
  FetchFunction,
  HeaderValues,
} from "./options.js";
