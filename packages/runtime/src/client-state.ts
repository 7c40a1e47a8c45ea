import type { CallState, AttemptState } from "./call-state.js";
import type { OperationOptions } from "./client-type.js";
import type { CredentialValues } from "./credentials/apply-credentials.js";
import type { Secrets } from "./credentials/secrets.js";
import type { ClientDefinition } from "./definition.js";
import type { ApiError } from "./errors/api-error.js";
import type { HeaderRecord } from "./headers-of.js";
import type { ClientOptions } from "./options.js";
import type { Exchange } from "./send/exchange.js";
import type { Sendable } from "./send/sendable.js";

/**
 * What a client is set up with, and the stages that its calls go through. A feature puts another in the place of a stage, mostly
 * one that stands around it, or in a place that is free.
 */
export interface ClientState {
  readonly definition: ClientDefinition;
  readonly options: ClientOptions;
  readonly baseUrl: string;
  /** The name that {@link baseUrl} comes from; undefined where the caller gave it. */
  readonly environment?: string | undefined;
  /** The headers of every request. */
  headers: HeaderRecord;
  /** Those with each type of a body, made when first needed. */
  readonly typed: Record<string, HeaderRecord>;
  /** How many retries may still be spent. */
  budget: number;

  /** Refuses the options of a call that are of the wrong kind. */
  check?: (options: OperationOptions) => void;
  /** Sends a request, again where that is safe. */
  send: (request: Sendable, call: CallState) => Promise<Exchange>;
  /** Makes one attempt, within its timeout. */
  attempt: (request: Sendable, call: CallState, attempt: AttemptState) => Promise<Exchange>;
  /** Puts credentials into a request. */
  apply: (request: Sendable, values: CredentialValues, call: CallState) => Sendable;
  /** Sends what has credentials, and reads the answer. */
  exchange: (request: Sendable, call: CallState, attempt: AttemptState) => Promise<Exchange>;
  /** Is told of a delay in ms before another attempt, and of the answer or the error that it is for. */
  onRetry?: (call: CallState, number: number, delay: number, outcome: unknown) => void;
  /** Gives what can be shown of a foreign error. */
  clean: (error: unknown, secrets: Secrets) => unknown;
  /** Makes of the data of an answer what the caller gets. */
  wrap?: (data: unknown) => unknown;
  /** Says how an error is printed. */
  print?: (error: ApiError) => void;
  /** Is told of what a call fails with. */
  onError?: (call: CallState, error: unknown) => void;
}

/** Beside the clients, so that no property of one shows a secret. */
export const states: WeakMap<object, ClientState> = new WeakMap();
