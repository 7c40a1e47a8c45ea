import type { Call } from "./call.js";
import { type Client, invoke, type OperationInput, type OperationOptions } from "./client-type.js";
import type { OperationDefinition } from "./definition.js";

/**
 * Calls one operation. Generated functions are made of it.
 *
 * @param client A client of `createClient`.
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
  return client[invoke]<Data, ErrorBody>(operation, input, options);
}
