import type { CallOptions } from "./options.js";

/** What an operation sends. */
export interface OperationInput {
  /** The request body, before it is serialized. */
  readonly body?: unknown;
  /** Path parameters by name. */
  readonly path?: object | undefined;
  /** Query parameters by name, or what the whole query string is made of. */
  readonly query?: unknown;
  /** Header parameters by name. */
  readonly headers?: object | undefined;
  /** Cookie parameters by name. */
  readonly cookie?: object | undefined;
}

/** The options of an operation: a call's, and those of its parameters that are optional. */
export interface OperationOptions extends CallOptions {
  /** Optional parameters of an operation whose first argument is its body. */
  readonly params?:
    | {
        readonly query?: unknown;
        readonly headers?: object | undefined;
        readonly cookie?: object | undefined;
      }
    | undefined;
}

/** Tells clients of different APIs apart, for the type checker alone. */
declare const paths: unique symbol;

/** A client of the API with these paths; without the type argument, a client of any API. It shows nothing of what it knows. */
export interface Client<Paths = unknown> {
  /** No client has it while it runs. */
  readonly [paths]: Paths;
}
