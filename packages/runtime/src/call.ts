import type { CallState } from "./call-state.js";
import type { CallError } from "./errors/call-error.js";
import { ClientError } from "./errors/client-error.js";
import { findRequestId } from "./parse/find-request-id.js";

/** What a call gives with {@link Call.withResponse}. */
export interface WithResponse<Data> {
  /** What the call gives. */
  readonly data: Data;
  /** The answer itself. Its body is read already, or by the stream that the data are. */
  readonly response: Response;
  /** The request id that the server gave, where there is one. */
  readonly requestId: string | undefined;
}

/** What a call gives with {@link Call.result}. */
export type Result<Data, ErrorBody = unknown> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: CallError<ErrorBody> };

/** A call that has started: a promise of its data, with two other views of the same request. */
export interface Call<Data, ErrorBody = unknown> extends Promise<Data> {
  /** The data together with the answer's `Response` and request id. Rejects as the call does. */
  withResponse(): Promise<WithResponse<Data>>;
  /** The data or the error as a value. It rejects only with what is no `ClientError`, a fault in the calling code for example. */
  result(): Promise<Result<Data, ErrorBody>>;
}

/**
 * Makes a {@link Call} of the promise of its data. Taking another view of it counts as handling the promise itself.
 *
 * @param state Has the answer when the promise is fulfilled. Without one, it never is.
 */
export function createCall<Data, ErrorBody>(
  promise: Promise<Data>,
  state?: CallState,
): Call<Data, ErrorBody> {
  const call = promise as Call<Data, ErrorBody>;
  call.withResponse = () =>
    promise.then((data) => ({
      data,
      response: state!.response!,
      requestId: findRequestId(state!, state!.response!, data),
    }));
  call.result = () =>
    promise.then(
      (data): Result<Data, ErrorBody> => ({ ok: true, data }),
      (error: unknown): Result<Data, ErrorBody> => {
        if (!(error instanceof ClientError)) throw error;
        return { ok: false, error: error as CallError<ErrorBody> };
      },
    );
  return call;
}
