import { type Call, createCall } from "./call.js";
import { type Client, invoke, type OperationInput, type OperationOptions } from "./client-type.js";
import type { OperationDefinition } from "./definition.js";
import { ConfigurationError } from "./errors/configuration-error.js";

/**
 * Calls one operation. Generated functions are made of it.
 *
 * @param client A client of `createClient`. With anything else the call rejects with a `ConfigurationError`.
 * @param operation What to call.
 * @param input What to send.
 * @param options Limits, signal, headers and credentials of this call, and optional parameters.
 * @returns The call, already started. It rejects with a `CallError`; nothing is thrown here.
 */
export function callOperation<Data, ErrorBody = unknown>(
  client: Client,
  operation: OperationDefinition,
  input: OperationInput,
  options?: OperationOptions,
): Call<Data, ErrorBody> {
  const run = (client as Partial<Client> | undefined)?.[invoke];
  if (run) return run<Data, ErrorBody>(operation, input, options);
  const { id } = operation;
  const message = `${id}: the first argument must be a client, as createClient gives it.`;
  return createCall(Promise.reject(new ConfigurationError(message, { operation: id })));
}
