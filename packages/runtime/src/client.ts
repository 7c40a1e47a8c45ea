/** The entry for generated code. Callers of an API import from the client package that was generated for them. */
export { formBody } from "./body/form-body.js";
export { formStyles } from "./body/form-styles.js";
export { multipartBody } from "./body/multipart-body.js";
export { multipartStyles, type PartStyle } from "./body/multipart-styles.js";
export { plainBody } from "./body/plain-body.js";
export type { BodySerializer } from "./body/body-serializer.js";
export { byteStream } from "./stream/byte-stream.js";
export { eventStream, type EventStreamOptions } from "./stream/event-stream.js";
export { jsonLines } from "./stream/json-lines.js";
export { jsonSequence } from "./stream/json-sequence.js";
export type { Around, AttemptView } from "./around.js";
export { callOperation } from "./call-operation.js";
export { callOperationAs, type MediaOptions } from "./call-operation-as.js";
export type { AnswerReader, Parsed } from "./parse/answer-reader.js";
export { blobAnswer } from "./parse/blob-answer.js";
export { emptyAnswer } from "./parse/empty-answer.js";
export { textAnswer } from "./parse/text-answer.js";
export { retryWhen } from "./send/retry-when.js";
export { createClient } from "./create-client.js";
export { createFullClient } from "./create-full-client.js";
export { basic, bearer } from "./credentials/encode-credential.js";
export { putInCookie, putInQuery } from "./credentials/put-credential.js";
export type { Client, OperationInput, OperationOptions } from "./client-type.js";
export type {
  ClientDefinition,
  ClientDetails,
  CredentialDefinition,
  ErrorDefinition,
  MediaDefinition,
  OperationDefinition,
  RequestParameters,
  RetryDefinition,
  SecurityDefinition,
} from "./definition.js";
export { operationServers } from "./environment/operation-servers.js";
export {
  type FillServer,
  serverVariables,
  type ServerVariable,
} from "./environment/server-variables.js";
export type { ErrorClass, ErrorInit } from "./errors/call-error.js";
export { cookieStyles } from "./parameters/cookie-styles.js";
export { headerStyles } from "./parameters/header-styles.js";
export type {
  ParameterSerializers,
  ParameterStyle,
  ParameterStyles,
  ParameterValues,
} from "./parameters/parameter-style.js";
export { plainCookies } from "./parameters/plain-cookie.js";
export { plainPath } from "./parameters/plain-path.js";
export { plainQuery } from "./parameters/plain-query.js";
export { withParameters } from "./parameters/with-parameters.js";
export { pathStyles } from "./parameters/path-styles.js";
export { queryStyles } from "./parameters/query-styles.js";
export type { RawClient } from "./raw/raw-client-type.js";
export { Secret } from "./secret.js";
export type { AnswerOf, WrapSecrets, WrapsSecrets } from "./wrap-secrets-type.js";
export { RUNTIME_RANGE, type RuntimeRange, VERSION } from "./version.js";
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
export type { LogFunction, Logger } from "./logger.js";
export type { ItemStream } from "./stream/item-stream.js";
export type { ServerSentEvent } from "./stream/server-sent-event.js";
export type {
  CallOptions,
  ClientOptions,
  CoreOptions,
  FetchFunction,
  HeaderValues,
} from "./options.js";
