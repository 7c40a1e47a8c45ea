/** What every client exports besides its document's names, see `emit/index-file.ts`. */
export const RUNTIME_ERRORS = [
  "AbortedError",
  "ClientError",
  "ConfigurationError",
  "NetworkError",
  "OutcomeUnknownError",
  "ParseError",
  "TimeoutError",
] as const;

/** Types of the runtime that a caller may have to name. */
export const RUNTIME_TYPES = [
  "Call",
  "CallError",
  "CallOptions",
  "Credential",
  "Result",
  "WithResponse",
] as const;

/**
 * Types of the runtime's options, for callers who write a part of these apart. They are no reason to rename what a document has:
 * where it has one of these names, the client exports that in place of ours.
 */
export const OPTION_TYPES = [
  "Around",
  "AttemptRecord",
  "AttemptView",
  "ErrorView",
  "FetchFunction",
  "HeaderValues",
  "Hooks",
  "LogFunction",
  "Logger",
  "RequestView",
  "ResponseView",
  "RetryView",
] as const;

/** Types of the runtime that a caller may have to name where an operation gives a stream. */
export const STREAM_TYPES = ["ItemStream", "ServerSentEvent"] as const;

/** Types of the runtime that a caller may have to name where an operation gives secrets. */
export const WRAPPING_TYPES = ["WrapSecrets"] as const;

/** Globals that a type of the same name would hide from generated code or from its readers. */
const GLOBALS = (
  "Array ArrayBuffer Blob Boolean Date Error Extract Exclude File FormData Function Headers Map Number Object " +
  "Omit Partial Pick Promise Proxy ReadableStream Readonly ReadonlyArray Record Request Required Response Set " +
  "String Symbol Uint8Array URL WithRequired WeakMap WeakSet"
).split(" ");

/** What follows the name of a client in the types that are called after it: `PetsClientOptions`. */
export const CLIENT_SUFFIXES: readonly string[] = [
  "Answer",
  "Client",
  "ClientOptions",
  "Core",
  "CoreOptions",
  "Credentials",
  "Environment",
  "ErrorBody",
  "Operations",
  "Paths",
  "ServerVariables",
  "WrappingClient",
  "Webhooks",
  "Callbacks",
];

/** Names that no schema and no operation of a document gets, for a client called `client`. */
export function reservedNames(client: string, errorClasses: readonly string[]): string[] {
  return [
    ...GLOBALS,
    ...RUNTIME_ERRORS,
    ...RUNTIME_TYPES,
    ...STREAM_TYPES,
    ...WRAPPING_TYPES,
    ...errorClasses,
    "isClientError",
    "Secret",
    "createClient",
    `create${client}Client`,
    ...CLIENT_SUFFIXES.map((suffix) => client + suffix),
    // What generated files import or declare for themselves.
    "Client",
    "ClientDefinition",
    "ClientOptions",
    "ErrorClass",
    "MediaDefinition",
    "OperationDefinition",
    ...errorClasses.map((name) => `Runtime${name}`),
    "RawClient",
    "WrapsSecrets",
    // Type parameters of functions.
    "SentAs",
    "ReadAs",
    "AnyCore",
    "callOperation",
    "callOperationAs",
    "createCore",
    "createFullClient",
    "operationServers",
    "withParameters",
    "retryWhen",
    "textAnswer",
    "blobAnswer",
    "emptyAnswer",
    "formBody",
    "formStyles",
    "multipartBody",
    "multipartStyles",
    "plainBody",
    "byteStream",
    "eventStream",
    "jsonLines",
    "jsonSequence",
    "pathStyles",
    "queryStyles",
    "headerStyles",
    "cookieStyles",
    "plainPath",
    "plainQuery",
    "plainCookies",
    "media",
    "operation",
    "operations",
    "client",
    "body",
    "input",
    "options",
    "definition",
    "details",
  ];
}

/** A client is no thenable, its `raw` is ours, and what every object inherits stays what it is. */
export const RESERVED_OPERATIONS = [
  "raw",
  "then",
  "catch",
  "finally",
  "constructor",
  "toString",
  "toJSON",
  "valueOf",
  "__proto__",
] as const;
