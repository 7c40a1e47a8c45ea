import type { CallState } from "./call-state.js";
import type { WithResponse } from "./call.js";
import type { ClientState } from "./client-state.js";
import type { OperationInput, OperationOptions } from "./client-type.js";
import { Secrets } from "./credentials/secrets.js";
import type { OperationDefinition } from "./definition.js";
import { apiErrorOf } from "./errors/api-error-of.js";
import { ParseError } from "./errors/parse-error.js";
import { findRequestId } from "./parse/find-request-id.js";
import { jsonAnswer } from "./parse/json-answer.js";
import { reportError } from "./report-error.js";
import { requestOf } from "./request-of.js";

/** Runs one operation, and turns the answer into data or an error. */
export async function runOperation(
  client: ClientState,
  operation: OperationDefinition,
  input: OperationInput,
  options: OperationOptions = {},
): Promise<WithResponse<unknown>> {
  const { definition, check, wrap } = client;
  const secrets = new Secrets();
  const started = performance.now();
  const call: CallState = {
    client,
    operation,
    input,
    options,
    secrets,
    started,
    stage: "before",
  };
  try {
    check?.(options);
    const exchange = await client.send(requestOf(call), call);
    const { response } = exchange;
    const { status, headers } = response;
    if (!response.ok) throw apiErrorOf(call, exchange);
    const { data, problem } = (operation.response ?? jsonAnswer).read(exchange, call);
    const requestId = findRequestId(definition.errors, headers, data);
    if (problem) {
      throw new ParseError(`${operation.id}: the answer with status ${status} ${problem}`, {
        requestId: requestId && secrets.scrub(requestId),
        status,
      });
    }
    return { data: wrap ? wrap(data) : data, response, requestId };
  } catch (error) {
    reportError(call, error);
    throw error;
  }
}
