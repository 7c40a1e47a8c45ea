/** Where {@link RUNTIME_TYPES} are in memory. */
export const RUNTIME_FILE = "/runtime.d.ts";

/**
 * The types of the runtime that generated types are made of. Both versions have the same runtime here, so that only what the
 * document does to them shows; what the runtime itself does is in its own API report.
 */
export const RUNTIME_TYPES = `
export interface Call<Data, ErrorBody = unknown> extends Promise<Data> { result(): Promise<Result<Data, ErrorBody>> }
export type Result<Data, ErrorBody = unknown> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: ApiError<ErrorBody> };
export interface CallOptions<Credentials extends object = object> {
  readonly credentials?: Credentials | undefined;
  readonly timeout?: number | undefined;
}
export interface Client<Paths = unknown> { readonly "#Client": unknown; readonly "#paths"?: Paths }
export interface RawClient<Paths extends {}> { readonly "#RawClient": Paths }
export interface ClientOptions<Environment extends string = string, Credentials extends object = object> {
  readonly baseUrl?: string | undefined;
  readonly credentials?: Credentials | undefined;
  readonly environment?: Environment | undefined;
  readonly wrapSecrets?: boolean | undefined;
}
export type CoreOptions<Environment extends string = string, Credentials extends object = object> = Omit<
  ClientOptions<Environment, Credentials>,
  "wrapSecrets"
>;
export interface ItemStream<Item> extends AsyncIterable<Item> { cancel(): void }
export interface ServerSentEvent<Data, Event extends string = string> {
  readonly data: Data;
  readonly event: Event;
  readonly id: string;
  readonly retry: number | undefined;
}
export declare class Secret { reveal(): string }
export type Credential = string | Secret | (() => string | Secret | Promise<string | Secret>);
export declare class ApiError<Body = unknown> { readonly body: Body; readonly status: number }
export declare class AuthenticationError<Body = unknown> extends ApiError<Body> { readonly "#AuthenticationError": never }
export declare class NotFoundError<Body = unknown> extends ApiError<Body> { readonly "#NotFoundError": never }
export declare class RateLimitError<Body = unknown> extends ApiError<Body> { readonly "#RateLimitError": never }
export interface ErrorClass<T> { readonly prototype: T }
export interface WrapsSecrets { readonly "#WrapsSecrets": true }
export type AnswerOf<Core, Data, Names extends string> = Data;
`;
