import type { FetchOptions, Middleware } from "openapi-fetch";

type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The paths that have a method. */
type PathsWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends Record<M, unknown> ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, M> = M extends keyof Paths[Path]
  ? Paths[Path][M]
  : never;

type RequiredKeys<T> = { [Key in keyof T]-?: {} extends Pick<T, Key> ? never : Key }[keyof T];

type ParamsOf<Operation> = Operation extends { parameters: infer Params }
  ? RequiredKeys<Params> extends never
    ? { params?: Params }
    : { params: Params }
  : unknown;

type BodyOf<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : Operation extends { requestBody?: { content: infer Content } }
    ? { body?: Content[keyof Content] }
    : unknown;

type ContentOf<Answer> = Answer extends { content: infer Content }
  ? Content[keyof Content]
  : undefined;

/** The bodies of answers with a status of 2xx, or of all others. */
type AnswerOf<Operation, Success extends boolean> = Operation extends { responses: infer Answers }
  ? {
      [Status in keyof Answers]: `${Status & (string | number)}` extends `2${string}`
        ? Success extends true
          ? ContentOf<Answers[Status]>
          : never
        : Success extends true
          ? never
          : ContentOf<Answers[Status]>;
    }[keyof Answers]
  : unknown;

/** How the body of a 2xx answer is given, by the value of `parseAs`. */
interface Parsed<Data> {
  json: Data;
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array> | null;
}

/**
 * Parameters, body, and whatever openapi-fetch and `fetch` take besides. Operation by operation: while the compiler infers a
 * path it has all of them here, and all parameters by all bodies are more than it can take from some 300 operations on.
 */
type RawInit<Operation, As> = Operation extends unknown
  ? ParamsOf<Operation> &
      BodyOf<Operation> & { parseAs?: As } & Omit<
        FetchOptions<unknown>,
        "body" | "params" | "parseAs"
      >
  : never;

/** What a platform's `fetch` knows besides, undici's `dispatcher` for example, is let through. */
type Others = { [key: string]: unknown };

type RawArguments<Init> =
  RequiredKeys<Init> extends never ? [init?: Init & Others] : [init: Init & Others];

type RawResult<Operation, As extends keyof Parsed<unknown>> =
  | { data: Parsed<AnswerOf<Operation, true>>[As]; error?: never; response: Response }
  | { data?: never; error: AnswerOf<Operation, false>; response: Response };

type RawMethod<Paths, M extends Method> = <
  Path extends PathsWith<Paths, M>,
  As extends keyof Parsed<unknown> = "json",
>(
  path: Path,
  ...init: RawArguments<RawInit<OperationAt<Paths, Path, M>, As>>
) => Promise<RawResult<OperationAt<Paths, Path, M>, As>>;

/**
 * The openapi-fetch client underneath: `GET`, `POST` and so on give `{ data, error, response }`.
 *
 * The types are ours. openapi-fetch's own infer the type of the argument, so that a misspelt field compiles, and take the
 * open end of an enum, `string & {}`, for an object. Here both are as in operations.
 */
export interface RawClient<Paths extends {}> {
  /** Calls an operation by method and path. */
  request: <
    M extends Method,
    Path extends PathsWith<Paths, M>,
    As extends keyof Parsed<unknown> = "json",
  >(
    method: M,
    path: Path,
    ...init: RawArguments<RawInit<OperationAt<Paths, Path, M>, As>>
  ) => Promise<RawResult<OperationAt<Paths, Path, M>, As>>;
  GET: RawMethod<Paths, "get">;
  PUT: RawMethod<Paths, "put">;
  POST: RawMethod<Paths, "post">;
  DELETE: RawMethod<Paths, "delete">;
  OPTIONS: RawMethod<Paths, "options">;
  HEAD: RawMethod<Paths, "head">;
  PATCH: RawMethod<Paths, "patch">;
  TRACE: RawMethod<Paths, "trace">;
  /** Registers middleware. It sees operations, too, without their credentials. */
  use: (...middleware: Middleware[]) => void;
  /** Takes middleware out again. */
  eject: (...middleware: Middleware[]) => void;
}
