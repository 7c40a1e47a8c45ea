import type { CallState } from "../call-state.js";
import { ParseError } from "../errors/parse-error.js";
import { maxBodySize } from "../send/read-body.js";
import { send } from "../send/send.js";
import { readableCopy } from "./readable-copy.js";
import { refuseOtherServer } from "./refuse-other-server.js";
import { sendableOf, type TracedRequest } from "./traced-request.js";

/**
 * Sends a request of the raw client, through the same stages as an operation's, with what the client has set.
 *
 * @param ended Is aborted when the call has ended, whatever middleware waited for.
 * @returns The answer, for openapi-fetch to read.
 * @throws ClientError Where `fetch` would reject, and for an answer that is too large.
 */
export async function sendRaw(
  call: CallState,
  request: Request & Partial<TracedRequest>,
  ended: AbortSignal | undefined,
): Promise<Response> {
  const { init } = request;
  refuseOtherServer(call.client, request.url);
  const signal = (init ? init.signal : request.signal) ?? undefined;
  const sendable = await sendableOf(request);
  ended?.throwIfAborted();
  // The same call, by which its attempts and how far it came are known.
  const exchange = await send(sendable, Object.assign(call, { options: { signal } }));
  const { status, ok } = exchange.response;
  if (ok && exchange.body === undefined) {
    const message = `${call.operation.id}: the answer with status ${status} is larger than ${maxBodySize} bytes`;
    throw new ParseError(message, { status });
  }
  return readableCopy(exchange, call.secrets);
}
