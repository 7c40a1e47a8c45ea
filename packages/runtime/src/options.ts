import type { Around } from "./around.js";
import type { Hooks } from "./hooks.js";
import type { Logger } from "./logger.js";

/** The part of `fetch` that a client calls. `globalThis.fetch` is one, and so is undici's or a test's own. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;

/** Headers to send. `null` takes a default header away. Those of the connection, `Content-Length` for example, are for `fetch` to set. */
export type HeaderValues = Headers | Readonly<Record<string, string | null | undefined>>;

/** What one call can set. */
export interface CallOptions<Credentials extends object = object> {
  /**
   * Milliseconds for one attempt with the body of its answer; of a stream, for the headers, and then for each wait for more.
   * Default: the client's, 30,000. `Infinity`: no limit.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds for the whole call, delays between attempts and a stream to its end included. Default: the client's, none. */
  readonly deadline?: number | undefined;
  /** How many further attempts may follow the first. Default: the client's, 2. */
  readonly retries?: number | undefined;
  /** Ends the call with an `AbortedError`. */
  readonly signal?: AbortSignal | undefined;
  /** Headers of this call. They win over the client's. */
  readonly headers?: HeaderValues | undefined;
  /** Credentials of this call. They win over the client's, one by one. */
  readonly credentials?: Credentials | undefined;
}

/** What the full client can be made with. */
export interface ClientOptions<
  Environment extends string = string,
  Credentials extends object = object,
> {
  /** Which of the API's environments to call. Default: the environment variable, else the only one there is. */
  readonly environment?: Environment | undefined;
  /** The base URL, in place of an environment: https, or http to this machine. A path in front of the API's paths is kept. */
  readonly baseUrl?: string | undefined;
  /** The credentials: strings, `Secret`s, or functions that give one and are called for every attempt. Default: environment variables, read at every call. */
  readonly credentials?: Credentials | undefined;
  /** Where credentials travel that may stand in a JSON body: in their header (the default) or there. */
  readonly credentialPlacement?: "header" | "body" | undefined;
  /**
   * Milliseconds for one attempt with the body of its answer; of a stream, for the headers, and then for each wait for more.
   * Default 30,000. `Infinity`: no limit.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds for a whole call, delays between attempts and a stream to its end included. Default: no limit. */
  readonly deadline?: number | undefined;
  /** How many further attempts may follow the first, where it is safe. Default 2. */
  readonly retries?: number | undefined;
  /** Milliseconds that a delay between attempts may last, whatever the server asks for. Default 30,000. `Infinity`: 24.8 days. */
  readonly maxRetryDelay?: number | undefined;
  /**
   * How many retries the client may spend, so that it does not add to a server's trouble. Each takes one, each call that succeeds
   * gives a tenth back, up to this number. At 0 nothing is tried again. Default 20. `Infinity`: no bound.
   */
  readonly retryBudget?: number | undefined;
  /** Headers of every request. They win over the API's defaults. */
  readonly headers?: HeaderValues | undefined;
  /** What sends requests. Default: `globalThis.fetch`, looked up at every call. */
  readonly fetch?: FetchFunction | undefined;
  /** Functions that watch calls, and change nothing. */
  readonly hooks?: Hooks | undefined;
  /** Where log lines go. Default: nowhere. */
  readonly logger?: Logger | undefined;
  /** From which level on the logger gets lines. Default: the environment variable, else `"warn"`. */
  readonly logLevel?: "debug" | "info" | "warn" | "error" | "off" | undefined;
  /** Lets so many attempts go at once: `concurrency(4)`, of `@plaid-partner/runtime`. Default: no limit. */
  readonly concurrency?: Around | undefined;
  /** Lets so many attempts begin in a time: `rateLimit({ requests: 10, per: 1_000 })`, of `@plaid-partner/runtime`. Default: no limit. */
  readonly rateLimit?: Around | undefined;
  /** Stands around every attempt, to trace it for example: `openTelemetry()` of `@plaid-partner/runtime/opentelemetry`. */
  readonly tracing?: Around | undefined;
  /**
   * Gives the strings of answers that the API's document calls sensitive as `Secret`s, so that printing an answer does not
   * show them. Default false.
   */
  readonly wrapSecrets?: boolean | undefined;
  /** Allows a client with credentials in a browser, where everybody who opens the page can read them. Default false. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** What the core can be made with, a client that makes calls and nothing besides: all but what features need. */
export type CoreOptions<
  Environment extends string = string,
  Credentials extends object = object,
> = Omit<
  ClientOptions<Environment, Credentials>,
  | "credentialPlacement"
  | "hooks"
  | "logger"
  | "logLevel"
  | "concurrency"
  | "rateLimit"
  | "tracing"
  | "wrapSecrets"
>;
