import type { JsonObject } from "../load/data.js";
import type { AnswerStream } from "./answer-stream.js";
import type { ParameterPlace, ValueStyle } from "./parameter-style.js";

/** The error classes of the runtime that an answer outside 2xx can become. */
export const API_ERROR_CLASSES = [
  "ApiError",
  "AuthenticationError",
  "NotFoundError",
  "RateLimitError",
] as const;

/** A schema as it stands in the bundled document: an object, or `true`/`false` (JSON Schema 2020-12, 4.3.2). */
export type Schema = JsonObject | boolean;

/**
 * The direction that a schema is seen from. A request leaves out read-only members and knows every
 * enum value; a response leaves out write-only members, and its enums stay open.
 */
export type Direction = "request" | "response";

/** One base URL of the API. */
export interface Server {
  readonly name: string;
  /** Absolute URL with its variables in braces, without a slash at its end. */
  readonly url: string;
  /** The variables that stand in its URL. */
  readonly variables: readonly ServerVariable[];
  readonly description: string | undefined;
}

/** A part of a server's URL that callers may choose. */
export interface ServerVariable {
  readonly name: string;
  /** Absent where the document gives none: then callers have to. */
  readonly default: string | undefined;
  /** All values that there are; empty for any. */
  readonly values: readonly string[];
  readonly description: string | undefined;
}

/** A security scheme that a caller gives a value for. */
export interface CredentialScheme {
  /** The scheme's key in the document; the name that callers see. */
  readonly name: string;
  readonly in: "header" | "query" | "cookie";
  /** Name of the header, query parameter or cookie. */
  readonly key: string;
  /** What is sent in place of the value: a bearer token (RFC 6750), or user and password in base64 (RFC 7617). */
  readonly encode: "bearer" | "basic" | undefined;
  /** Property of a JSON body that may carry the value instead. */
  readonly bodyField: string | undefined;
  /** Environment variable that gives the value where the caller gives none. */
  readonly env: string | undefined;
  readonly description: string | undefined;
}

/** A header that every request carries unless the caller sets it. */
export interface DefaultHeader {
  readonly name: string;
  readonly value: string;
}

/** A parameter of an operation, a path's own included. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly schema: Schema;
  /** Of the whole query: the type of its `content`. */
  readonly mediaType: string | undefined;
  readonly style: ValueStyle;
  /** Whether the runtime sends it so without a serializer. */
  readonly isUsual: boolean;
  readonly encoding: ReadonlyMap<string, ValueStyle>;
  readonly description: string | undefined;
  readonly deprecated: boolean;
}

/** A body in one media type. */
export interface Content {
  readonly mediaType: string;
  readonly schema: Schema;
  /** Members of a form that don't go out in the default way. */
  readonly encoding: ReadonlyMap<string, ValueStyle>;
  /** Named examples in document order. */
  readonly examples: readonly Example[];
  /** How callers get an answer item by item, its schema then being of all items; absent where they get it as a whole. */
  readonly stream?: AnswerStream | undefined;
}

/** A body in the media type that is preferred, and the others that a caller may choose. */
export interface Contents extends Content {
  readonly others: readonly Content[];
}

/** What an operation is sent. */
export interface RequestBody extends Contents {
  readonly required: boolean;
  readonly description: string | undefined;
}

/** An example of a body. */
export interface Example {
  readonly name: string;
  readonly summary: string | undefined;
  readonly value: unknown;
}

/** One documented answer: a status code, a range (`4XX`) or `default`, and what it holds. */
export interface Answer {
  readonly status: string;
  readonly description: string | undefined;
  /** Absent where the answer has no body. */
  readonly content: Contents | undefined;
}

/** A request that the API sends: to a webhook, or to a callback that an operation was given. */
export interface Incoming {
  /** The webhook's or callback's name. */
  readonly name: string;
  /** The `operationId`, or the name. */
  readonly id: string;
  /** Whether the document gave it an `operationId`. */
  readonly named: boolean;
  /** Its operation object in the bundled document. */
  readonly source: JsonObject;
  /** In capitals. */
  readonly method: string;
  /** The webhook's name, or the expression that makes a callback's URL. */
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Absent where it has no body. */
  readonly payload: Contents | undefined;
}

/** When an operation is sent again, where it differs from others. */
export interface RetryRule {
  /** How many attempts may follow the first, unless the caller says another number. */
  readonly retries: number | undefined;
  /** Statuses of answers that mean that the server has not acted. */
  readonly statuses: readonly number[];
  /** The same of the API's own codes. */
  readonly codes: readonly string[];
}

/** A request that callers send. */
export interface Operation {
  /** The `operationId`, or one made of method and path. */
  readonly id: string;
  /** Whether the document gave it an `operationId`. */
  readonly named: boolean;
  /** The operation object in the bundled document, to tell where it stands. */
  readonly source: JsonObject;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly documentation: string | undefined;
  readonly deprecated: boolean;
  /** `undefined`: the HTTP method decides. */
  readonly idempotent: boolean | undefined;
  /** When it is sent again, as far as the document says; `false`: never. */
  readonly retry: false | RetryRule | undefined;
  /** The `operationId` of the operation that tells whether this one took effect. */
  readonly outcomeCheck: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  readonly successes: readonly Answer[];
  readonly failures: readonly Answer[];
  /** What the API sends in return, later. */
  readonly callbacks: readonly Incoming[];
  /** Its own servers, variables filled in, in place of the document's; none where it has none. */
  readonly servers: readonly Server[];
  /** Alternatives, each a list of scheme names; `undefined`: as the client's. */
  readonly security: readonly (readonly string[])[] | undefined;
}

/** A named schema of the document. */
export interface ComponentSchema {
  readonly name: string;
  readonly schema: Schema;
  /** Whether a request's form of it is another type than a response's. */
  readonly formsDiffer: boolean;
  /** The directions in which operations reach it; a schema that none reaches counts as a response. */
  readonly directions: ReadonlySet<Direction>;
}

/** What errors hold that a client can act on. */
export interface ErrorModel {
  /** Names of the properties that lead from the top of a body to the API's own code. */
  readonly codePath: readonly string[] | undefined;
  /** The same of the request id. */
  readonly requestIdPath: readonly string[] | undefined;
  readonly requestIdHeader: string | undefined;
  /** API code to error class of the runtime. */
  readonly classes: ReadonlyMap<string, string>;
}

/** A document as the stages after `normalise/` see it. */
export interface ApiModel {
  readonly title: string;
  readonly version: string;
  readonly description: string | undefined;
  /** What the client is called, as words in the document's own spelling: `customer`. */
  readonly clientName: string;
  /** `PLAID` makes `PLAID_ENV` and `PLAID_LOG`. */
  readonly envPrefix: string | undefined;
  readonly servers: readonly Server[];
  /** The path of a server that is relative to the document, where all are: `/api/v2`. */
  readonly relativeServer: string | undefined;
  readonly credentials: readonly CredentialScheme[];
  readonly security: readonly (readonly string[])[];
  readonly defaultHeaders: readonly DefaultHeader[];
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Incoming[];
  readonly schemas: ReadonlyMap<string, ComponentSchema>;
  /** Members of schemas that a request's form leaves out, because the client fills in credentials. */
  readonly bodyCredentials: ReadonlyMap<Schema, ReadonlySet<string>>;
  readonly errors: ErrorModel;
  /** Property names whose values are never printed. */
  readonly sensitive: readonly string[];
  /** The bundled document, for references that point elsewhere than at a component. */
  readonly document: JsonObject;
}
