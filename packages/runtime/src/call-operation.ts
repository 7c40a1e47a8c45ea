import type { CallState } from "./call-state.js";
import { createCall } from "./call.js";
import { states } from "./client-state.js";
import type { Client, OperationInput, OperationOptions } from "./client-type.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import { Secrets } from "./credentials/secrets.js";
import type { OperationDefinition } from "./definition.js";
import { runOperation } from "./run-operation.js";

/**
 * Calls one operation. Generated functions are made of it.
 *
 * @typeParam Result The `Call` that comes of it; without one, a mere promise. Generated code says it: to infer it, and
 *   data and error each, costs the compiler of a large client four times as much.
 * @param client A client of `createClient`. With anything else the call rejects with a `ConfigurationError`.
 * @param operation What to call.
 * @param input What to send.
 * @param options Limits, signal, headers and credentials of this call, and optional parameters.
 * @returns The call, already started. It rejects with a `CallError`; nothing is thrown here.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- see @typeParam
export function callOperation<Result = Promise<unknown>>(
  client: Client,
  operation: OperationDefinition,
  input: OperationInput,
  options: OperationOptions = {},
): Result {
  const state = states.get(client);
  const call: CallState = {
    client: state!,
    operation,
    input,
    options,
    secrets: new Secrets(),
    started: performance.now(),
    stage: "before",
  };
  return createCall(
    state
      ? runOperation(call)
      : Promise.reject(
          new ConfigurationError(`${operation.id}: first argument must be a client`, {
            operation: operation.id,
          }),
        ),
    call,
  ) as Result;
}
