import type { CallState } from "./call-state.js";
import type { Secrets } from "./credentials/secrets.js";
import type { BodySerializer } from "./body/body-serializer.js";
import type { FillServer } from "./environment/server-variables.js";
import type { AnswerReader } from "./parse/answer-reader.js";
import type { Exchange } from "./send/exchange.js";
import type { Sendable } from "./send/sendable.js";
import type { RuntimeRange } from "./version.js";

/** One credential of an API: where a request carries it, and where it comes from. */
export interface CredentialDefinition {
  /** The name of that header, in lower case, query parameter or cookie. */
  readonly name: string;
  /** Puts it there where that is no header: `putInQuery`, `putInCookie`. */
  readonly put?: (request: Sendable, name: string, value: string) => Sendable;
  /** What is sent in place of the value: `bearer` (RFC 6750), `basic` (RFC 7617). */
  readonly encode?: (value: string, secrets: Pick<Secrets, "add">) => string;
  /** The environment variable that it is read from when the caller gives no value. */
  readonly env?: string;
}

/** What an API's error answers look like. */
export interface ErrorDefinition {
  /** The property of an error's JSON body that holds the API's own code: the path to it. */
  readonly code?: readonly string[];
  /** The property of a JSON body that holds the request id: the path to it. */
  readonly requestId?: readonly string[];
  /** The response header that holds the request id. */
  readonly requestIdHeader?: string;
  /** Which HTTP status an API code counts as, when its class of error is chosen: 401 is `AuthenticationError`, 404 `NotFoundError`, 429 `RateLimitError`, and 0 the plain `ApiError`. */
  readonly classes?: Readonly<Record<string, number>>;
}

/** The error classes that an answer outside 2xx can become. */
export type ApiErrorName = "ApiError" | "AuthenticationError" | "NotFoundError" | "RateLimitError";

/** Ways to be let in: any one of the lists is enough, and needs every credential that it names. */
export type SecurityDefinition = ReadonlyArray<ReadonlyArray<string>>;

/** Everything about an API that its operations share. Generated code holds one; see README for writing one by hand. */
export interface ClientDefinition {
  /** The versions of this package that the definition was written for. */
  readonly runtime: RuntimeRange;
  /** `"X"` makes `X_ENV` choose the environment and `X_LOG` the level of the log. */
  readonly envPrefix?: string;
  /** Names and base URLs. A single one is the default. */
  readonly environments: Readonly<Record<string, string>>;
  /** What fills in the variables of {@link environments}, where there are some: `serverVariables`. */
  readonly serverVariables?: FillServer;
  /** The credentials by the name that callers give them. */
  readonly credentials: Readonly<Record<string, CredentialDefinition>>;
  /** What every operation needs that states nothing else. `[]` and `[[]]` are: nothing. */
  readonly security: SecurityDefinition;
  /** Headers of every request. The caller can override them. */
  readonly headers: Readonly<Record<string, string>>;
  /** What error answers look like. */
  readonly errors: ErrorDefinition;
}

/** What besides is of use to features. */
export interface ClientDetails {
  /** Names whose values are never shown: JSON properties, wherever in a body they stand, headers (in any case), and parameters of a path or query. */
  readonly sensitive: readonly string[];
  /** What the client is called in the `User-Agent` header: the name and version of its package, as tokens of RFC 9110 (10.1.5). */
  readonly userAgent?: string;
  /** The properties of JSON bodies that may carry credentials in place of their own place, by the names of the credentials. */
  readonly bodyFields: Readonly<Record<string, string>>;
}

/** What a document says of retries, beyond the defaults. */
export interface RetryDefinition {
  /** How many further attempts may follow the first, where the caller says nothing. */
  readonly retries?: number;
  /** Knows the answers with which the server says that it did not act, so that any operation may be sent again: `retryWhen`. */
  readonly when?: (exchange: Exchange) => boolean;
}

/** One operation of an API. */
export interface OperationDefinition {
  /** The OpenAPI `operationId`. Errors and hooks name the operation by it. */
  readonly id: string;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The OpenAPI path template, `/users/{id}` for example. */
  readonly path: string;
  /** May it be sent again after it may have reached the server? When absent, it may not; generated code says it of methods that may by their definition (RFC 9110, 9.2.2). */
  readonly idempotent?: boolean;
  /** What may be tried again besides. */
  readonly retry?: RetryDefinition;
  /** The `operationId` of the operation that tells whether this one took effect, for the message when nobody knows. */
  readonly check?: string;
  /** Gives the base URL of this operation in an environment, where it has its own: `operationServers`. */
  readonly server?: (environment: string | undefined) => string | undefined;
  /** How a 2xx answer becomes data: `textAnswer`, `blobAnswer`, `emptyAnswer`, `eventStream` and others. When absent, as JSON. */
  readonly response?: AnswerReader;
  /** The `Accept` header. When absent, that of the client for JSON, else any type. */
  readonly accept?: string;
  /** What the JSON of a 2xx answer must be at its top. When absent, anything. */
  readonly shape?: "object" | "array";
  /** Whether a 2xx answer may also have no body, as 204 has none: its data is then undefined. */
  readonly mayBeEmpty?: boolean;
  /** What this operation needs, in place of the client's {@link ClientDefinition.security}. */
  readonly security?: SecurityDefinition;
  /** Puts the operation's parameters into a request: `withParameters`. An operation that has some has to say it: others carry no code for them. */
  readonly parameters?: RequestParameters;
  /** How a body becomes bytes. When absent, as JSON. */
  readonly serializeBody?: BodySerializer;
}

/** Puts the parameters of a call into its request: path and query, and headers with names in lower case. */
export type RequestParameters = (call: CallState) => {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** What changes in an operation with the media types that its caller chooses. */
export interface MediaDefinition {
  /** By the media type of the body, the operation's own among them. */
  readonly bodies?: Readonly<Record<string, Pick<OperationDefinition, "serializeBody">>>;
  /** By the media type of the answer. */
  readonly answers?: Readonly<
    Record<string, Pick<OperationDefinition, "response" | "shape" | "mayBeEmpty">>
  >;
}
