import type { ClientState } from "./client-state.js";
import type { OperationInput, OperationOptions } from "./client-type.js";
import type { Secrets } from "./credentials/secrets.js";
import type { OperationDefinition } from "./definition.js";
import type { AttemptRecord } from "./errors/client-error.js";
import type { ConnectionFailure } from "./send/connection-failure.js";

/** A call while it is made. */
export interface CallState {
  readonly client: ClientState;
  readonly operation: OperationDefinition;
  readonly input: OperationInput;
  readonly options: OperationOptions;
  /** The secrets that it used. */
  readonly secrets: Secrets;
  /** When it began, by `performance.now()`. */
  readonly started: number;
  /** How far the present attempt has come: `"unknown"` is past the point from which on the server may have acted. */
  stage: ConnectionFailure["stage"];
  /** Its attempts so far, where they are recorded. */
  attempts?: readonly AttemptRecord[];
  /** The answer that the data come from. */
  response?: Response;
}

/** One attempt of a call while it is made. */
export interface AttemptState {
  /** 1 for the first. */
  readonly number: number;
  /** Ends the call; within the attempt, the attempt. */
  readonly signal: AbortSignal | undefined;
}
