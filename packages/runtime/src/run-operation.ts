import type { CallState } from "./call-state.js";
import { apiErrorOf } from "./errors/api-error-of.js";
import { ParseError } from "./errors/parse-error.js";
import { findRequestId } from "./parse/find-request-id.js";
import { jsonAnswer } from "./parse/json-answer.js";
import { reportError } from "./report-error.js";
import { requestOf } from "./request-of.js";

/** Runs one operation, and turns the answer into data or an error. */
export async function runOperation(call: CallState): Promise<unknown> {
  const { client, operation, options } = call;
  const { response: reader = jsonAnswer } = operation;
  try {
    client.check?.(options);
    const exchange = await client.send(requestOf(call), call);
    const { response } = exchange;
    if (!response.ok) throw apiErrorOf(call, exchange);
    const { data, problem } = reader.read(exchange, call);
    if (problem) {
      const { status } = response;
      throw new ParseError(`${operation.id}: the answer with status ${status} ${problem}`, {
        status,
        requestId: findRequestId(call, response, data),
      });
    }
    call.response = response;
    return client.wrap ? client.wrap(data) : data;
  } catch (error) {
    reportError(call, error);
    throw error;
  }
}
