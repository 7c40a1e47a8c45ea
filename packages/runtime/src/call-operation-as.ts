import { createCall } from "./call.js";
import { callOperation } from "./call-operation.js";
import type { Client, OperationInput, OperationOptions } from "./client-type.js";
import type { MediaDefinition, OperationDefinition } from "./definition.js";
import { ConfigurationError } from "./errors/configuration-error.js";

/** What a caller chooses among an operation's media types. */
export interface MediaOptions {
  /** The media type of the body. */
  readonly contentType?: string | undefined;
  /** The media type of the answer. */
  readonly accept?: string | undefined;
}

/**
 * Calls an operation with several media types, as {@link callOperation} does. It stands apart so that others pay nothing for it.
 *
 * @param media What changes with each of them.
 * @param options `contentType` and `accept` choose; without them it is the operation's own. With one that is none of
 *   `media` the call rejects with a `ConfigurationError`.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as callOperation has it
export function callOperationAs<Result = Promise<unknown>>(
  client: Client,
  operation: OperationDefinition,
  media: MediaDefinition,
  input: OperationInput,
  options?: OperationOptions & MediaOptions,
): Result {
  const { contentType, accept, ...others } = options ?? {};
  let call: OperationOptions = others;
  let chosen = operation;
  try {
    if (contentType !== undefined) {
      const { serializeBody: _, ...rest } = chosen;
      chosen = { ...rest, ...choose(media.bodies, contentType, "contentType") };
    }
    if (accept !== undefined) {
      const { response: _, shape: __, mayBeEmpty: ___, ...rest } = chosen;
      chosen = { ...rest, ...choose(media.answers, accept, "accept") };
      const { headers } = others;
      const own = headers instanceof Headers ? Object.fromEntries(headers) : headers;
      call = { ...others, headers: { accept, ...own } };
    }
  } catch (error) {
    Object.assign(error as object, { operation: operation.id });
    return createCall(Promise.reject(error)) as Result;
  }
  return callOperation(client, chosen, input, call);
}

function choose<T>(known: Readonly<Record<string, T>> = {}, given: string, option: string): T {
  if (Object.hasOwn(known, given)) return known[given]!;
  const names = Object.keys(known).map((name) => JSON.stringify(name));
  throw new ConfigurationError(
    `Option ${option} is none of the media types that there are: ${names.join(", ") || "none to choose from"}.`,
  );
}
