import type { BodySerializer } from "./body/body-serializer.js";
import type { FillServer } from "./environment/server-variables.js";
import type { ParameterSerializers } from "./parameters/parameter-style.js";
import type { StreamReader } from "./stream/stream-reader.js";
import type { RuntimeRange } from "./version.js";

/** One credential of an API: where a request carries it, and where it comes from. */
export interface CredentialDefinition {
  /** The part of a request that carries it, as in an OpenAPI security scheme. */
  readonly in: "header" | "query" | "cookie";
  /** The name of that header, query parameter or cookie. */
  readonly name: string;
  /** Text in front of the value, `"Bearer "` for example. */
  readonly prefix?: string;
  /** `"base64"`: the value is sent base64-encoded, as HTTP Basic wants it (RFC 7617). */
  readonly encode?: "base64";
  /** The property of a JSON body that may carry it instead. */
  readonly bodyField?: string;
  /** The environment variable that it is read from when the caller gives no value. */
  readonly env?: string;
}

/** What an API's error answers look like. */
export interface ErrorDefinition {
  /** The property of an error's JSON body that holds the API's own code: a name at its top, or a path from there into nested objects. */
  readonly code?: string | readonly string[];
  /** The property of a JSON body that holds the request id: a name at its top, or a path from there into nested objects. */
  readonly requestId?: string | readonly string[];
  /** The response header that holds the request id. */
  readonly requestIdHeader?: string;
  /** Which class an API code is thrown as. For other codes the HTTP status decides. */
  readonly classes?: Readonly<Record<string, ApiErrorName>>;
}

/** The error classes that an answer outside 2xx can become. */
export type ApiErrorName = "ApiError" | "AuthenticationError" | "NotFoundError" | "RateLimitError";

/** Ways to be let in: any one of the lists is enough, and needs every credential that it names. */
export type SecurityDefinition = ReadonlyArray<ReadonlyArray<string>>;

/** Everything about an API that its operations share. Generated code holds one; see README for writing one by hand. */
export interface ClientDefinition {
  /** The versions of this package that the definition was written for. */
  readonly runtime: RuntimeRange;
  /** The version of the generator that wrote it, for messages. */
  readonly generator: string;
  /** The client's name, for messages. */
  readonly name: string;
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
  /** Names whose values are never shown: JSON properties, wherever in a body they stand, headers (in any case) and parameters of a query. */
  readonly sensitive: readonly string[];
}

/** One operation of an API. */
export interface OperationDefinition {
  /** The OpenAPI `operationId`. Errors and hooks name the operation by it. */
  readonly id: string;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The OpenAPI path template, `/users/{id}` for example. */
  readonly path: string;
  /** May it be sent again after it may have reached the server? When absent, the method decides (RFC 9110, 9.2.2). */
  readonly idempotent?: boolean;
  /** Base URLs of this operation in place of the client's, by environment. One that is not listed has the client's. */
  readonly servers?: Readonly<Record<string, string>>;
  /** What a 2xx answer holds. `"empty"`: whatever it holds is left aside. A reader: it is given while it comes, as an `ItemStream`. */
  readonly response: "json" | "text" | "blob" | "empty" | StreamReader;
  /** The `Accept` header where the answer is not JSON. When absent, `fetch`'s own. */
  readonly accept?: string;
  /** What the JSON of a 2xx answer must be at its top. When absent, anything. */
  readonly shape?: "object" | "array";
  /** Whether a 2xx answer may also have no body, as 204 has none: its data is then undefined. */
  readonly mayBeEmpty?: boolean;
  /** What this operation needs, in place of the client's {@link ClientDefinition.security}. */
  readonly security?: SecurityDefinition;
  /**
   * How parameters become text. When absent: `name=value` in the query, `name=a&name=b` for lists and `name[key]=value` for
   * objects; `a,b` in the path; text in headers and cookies.
   */
  readonly parameters?: ParameterSerializers;
  /** How a body becomes bytes. When absent, as JSON. */
  readonly serializeBody?: BodySerializer;
}

/** What changes in an operation with the media types that its caller chooses. */
export interface MediaDefinition {
  /** By the media type of the body, the operation's own among them. */
  readonly bodies?: Readonly<Record<string, Pick<OperationDefinition, "serializeBody">>>;
  /** By the media type of the answer. */
  readonly answers?: Readonly<
    Record<string, Pick<OperationDefinition, "response" | "shape" | "mayBeEmpty">>
  >;
}
