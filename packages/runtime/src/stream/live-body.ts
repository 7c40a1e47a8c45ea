import type { CallState } from "../call-state.js";
import { AbortedError } from "../errors/aborted-error.js";
import type { ClientError } from "../errors/client-error.js";
import { findRequestId } from "../parse/find-request-id.js";
import { NetworkError } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { connectionFailure } from "../send/connection-failure.js";
import { reportError } from "../report-error.js";
import { onAbort } from "../send/on-abort.js";
import { defaultTimeout } from "../send/attempt.js";
import { longestTimer } from "../send/with-limit.js";

type Timer = ReturnType<typeof setTimeout> | undefined;

/**
 * The body of an answer while it is read, within the limits of its call. The first thing that goes wrong ends it: the
 * body is cancelled, which closes the connection, and no timer and no listener is left.
 */
export class LiveBody {
  /** How many items the caller got, for messages. */
  delivered = 0;
  readonly #call: CallState;
  readonly #timeout: number;
  readonly #requestId: string | undefined;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #forget: (() => void) | undefined;
  readonly #deadline: Timer;
  #idle: Timer;
  #ended = false;
  #failure: ClientError | undefined;

  constructor(response: Response, call: CallState) {
    this.#call = call;
    this.#reader = response.body?.getReader();
    const { client, options, started } = call;
    this.#timeout = options.timeout ?? client.options.timeout ?? defaultTimeout;
    this.#requestId = findRequestId(call, response, undefined);
    const deadline = options.deadline ?? client.options.deadline;
    const { signal } = options;
    if (signal?.aborted) {
      this.#abort();
      return;
    }
    this.#forget = onAbort(signal, () => this.#abort());
    if (deadline !== undefined) {
      const left = Math.max(0, started + deadline - performance.now());
      this.#deadline = after(left, () => {
        const problem = `the stream did not end (${this.#soFar()})`;
        this.fail(this.#late(deadline, "call", problem));
      });
    }
    this.#watch("nobody began to read the stream");
  }

  /** The next chunk, undefined at the end. */
  async read(): Promise<Uint8Array | undefined> {
    if (this.isOver()) return undefined;
    clearTimeout(this.#idle);
    this.#watch(`nothing more of the stream came (${this.#soFar()})`);
    try {
      // Where the body is cancelled meanwhile, this is done at once.
      const value = (await this.#reader?.read())?.value;
      if (value !== undefined && !ArrayBuffer.isView(value)) {
        throw new TypeError("The body of the answer is not made of bytes");
      }
      return this.isOver() ? undefined : value;
    } catch (cause) {
      if (!this.isOver()) throw this.fail(this.#broken(cause));
      return undefined;
    } finally {
      clearTimeout(this.#idle);
    }
  }

  /**
   * Whether it was ended before its time by the caller.
   *
   * @throws ClientError If something else ended it.
   */
  isOver(): boolean {
    if (this.#failure) throw this.#failure;
    return this.#ended;
  }

  /** Ends it with an error, which is told and returned. An error that came before stays the one that counts. */
  fail(error: ClientError): ClientError {
    if (this.#ended) return error;
    const requestId = this.#requestId;
    this.#failure = requestId === undefined ? error : Object.assign(error, { requestId });
    this.close();
    reportError(this.#call, error);
    return error;
  }

  /** Ends it. */
  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#idle);
    clearTimeout(this.#deadline);
    this.#forget?.();
    void this.#reader?.cancel().catch(() => {});
  }

  #watch(problem: string): void {
    this.#idle = after(this.#timeout, () =>
      this.fail(this.#late(this.#timeout, "attempt", problem)),
    );
  }

  #abort(): void {
    const operation = this.#call.operation.id;
    const { signal } = this.#call.options;
    const message = `${operation}: aborted by the caller's signal (${this.#soFar()})`;
    this.fail(new AbortedError(message, { operation, cause: signal?.reason }));
  }

  #broken(cause: unknown): NetworkError {
    const operation = this.#call.operation.id;
    const { client, secrets } = this.#call;
    const { reason } = connectionFailure(cause);
    const message = `${operation}: the stream broke off${reason ? ` (${reason})` : ""}, ${this.#soFar()}`;
    return new NetworkError(message, { operation, cause: client.clean(cause, secrets) });
  }

  #late(timeout: number, scope: "attempt" | "call", problem: string): TimeoutError {
    return new TimeoutError({ timeout, scope, operation: this.#call.operation.id, problem });
  }

  #soFar(): string {
    return `items so far: ${this.delivered}`;
  }
}

/** A timer; none where it is longer than one counts, which is as good as no limit. */
function after(ms: number, work: () => void): Timer {
  return ms > longestTimer ? undefined : setTimeout(work, ms);
}
