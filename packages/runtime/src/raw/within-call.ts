import type { CallState } from "../call-state.js";
import { OutcomeUnknownError } from "../errors/outcome-unknown-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { withLimit } from "../send/with-limit.js";

/**
 * Does work in which middleware takes part, within the limits of its call: what is sent has them itself, middleware would wait as
 * long as it likes.
 *
 * @param work Gets a signal that is aborted when the call has ended: nothing is to be sent any more.
 * @throws OutcomeUnknownError Where the deadline passes when the request may have arrived.
 */
export async function withinCall<T>(
  call: CallState,
  signal: AbortSignal | undefined,
  work: (signal?: AbortSignal) => Promise<T>,
): Promise<T> {
  const { client, operation, options } = call;
  const { id, idempotent, check } = operation;
  try {
    const deadline = options.deadline ?? client.options.deadline;
    return await withLimit(id, "call", deadline, signal, work);
  } catch (error) {
    if (idempotent || call.stage !== "unknown" || !(error instanceof TimeoutError)) throw error;
    throw new OutcomeUnknownError(
      `${id}: may have taken effect${check ? `, look with ${check}` : ""}. ${error.message}`,
      { cause: error },
    );
  }
}
