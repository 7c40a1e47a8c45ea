import type { Call } from "./call.js";
import type { OperationDefinition } from "./definition.js";
import type { CallOptions } from "./options.js";
import type { RawClient } from "./raw-client.js";

/** Where a client keeps the function that operations call. */
export const invoke: unique symbol = Symbol("invoke");

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

/** Sends one operation. It holds all that a client knows, so that no property of the client shows a secret. */
export type Invoke = <Data, ErrorBody>(
  operation: OperationDefinition,
  input: OperationInput,
  options: OperationOptions | undefined,
) => Call<Data, ErrorBody>;

/** A client of any API: what operations need of one. */
export interface AnyClient {
  /** The openapi-fetch client underneath. */
  readonly raw: object;
  /** What operations send themselves with. */
  readonly [invoke]: Invoke;
}

/** A client of the API with these paths. */
export interface ClientOf<Paths extends {}> extends AnyClient {
  /** The openapi-fetch client underneath. Its requests have the same credentials, limits and retries as operations. */
  readonly raw: RawClient<Paths>;
}

/** A client of the API with these paths; without the type argument, a client of any API. */
export type Client<Paths = unknown> = unknown extends Paths ? AnyClient : ClientOf<Paths & {}>;
