import { createCall } from "./call.js";
import { type Client, invoke, type OperationInput, type OperationOptions } from "./client-type.js";
import type { OperationDefinition } from "./definition.js";
import { ConfigurationError } from "./errors/configuration-error.js";

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
  options?: OperationOptions,
): Result {
  const run = (client as Partial<Client> | undefined)?.[invoke];
  if (run) return run(operation, input, options) as Result;
  const { id } = operation;
  const message = `${id}: the first argument must be a client, as createClient gives it.`;
  return createCall(Promise.reject(new ConfigurationError(message, { operation: id }))) as Result;
}
