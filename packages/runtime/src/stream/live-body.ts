import { AbortedError } from "../errors/aborted-error.js";
import type { ClientError } from "../errors/client-error.js";
import { NetworkError } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { connectionFailure } from "../send/connection-failure.js";
import { onAbort } from "../send/on-abort.js";
import { longestTimer } from "../send/sleep.js";
import type { StreamSource } from "./stream-reader.js";

type Timer = ReturnType<typeof setTimeout> | undefined;

/**
 * The body of an answer while it is read, within the limits of its call. The first thing that goes wrong ends it: the
 * body is cancelled, which closes the connection, and no timer and no listener is left.
 */
export class LiveBody {
  /** How many items the caller got, for messages. */
  delivered = 0;
  readonly #source: StreamSource;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #forget: () => void = () => {};
  readonly #deadline: Timer;
  #idle: Timer;
  #ended = false;
  #failure: ClientError | undefined;

  constructor(source: StreamSource) {
    this.#source = source;
    this.#reader = source.response.body?.getReader();
    const { signal, deadline, started, operation } = source;
    if (signal?.aborted) {
      this.#abort();
      return;
    }
    this.#forget = onAbort(signal, () => this.#abort());
    if (deadline !== undefined) {
      const left = Math.max(0, started + deadline - performance.now());
      this.#deadline = after(left, () => {
        const problem = `the stream did not end (${this.#soFar()})`;
        this.fail(new TimeoutError({ timeout: deadline, scope: "call", operation, problem }));
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
    const { requestId } = this.#source;
    this.#failure = requestId === undefined ? error : Object.assign(error, { requestId });
    this.close();
    this.#source.report(error);
    return error;
  }

  /** Ends it. */
  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#idle);
    clearTimeout(this.#deadline);
    this.#forget();
    void this.#reader?.cancel().catch(() => {});
  }

  #watch(problem: string): void {
    const { timeout, operation } = this.#source;
    this.#idle = after(timeout, () =>
      this.fail(new TimeoutError({ timeout, scope: "attempt", operation, problem })),
    );
  }

  #abort(): void {
    const { operation, signal } = this.#source;
    const message = `${operation}: aborted by the caller's signal (${this.#soFar()})`;
    this.fail(new AbortedError(message, { operation, cause: signal?.reason }));
  }

  #broken(cause: unknown): NetworkError {
    const { operation, secrets } = this.#source;
    const { reason } = connectionFailure(cause);
    const message = `${operation}: the stream broke off${reason ? ` (${reason})` : ""}, ${this.#soFar()}`;
    return new NetworkError(message, { operation, cause: secrets.clean(cause) });
  }

  #soFar(): string {
    return `items so far: ${this.delivered}`;
  }
}

/** A timer; none where it is longer than one counts, which is as good as no limit. */
function after(ms: number, work: () => void): Timer {
  return ms > longestTimer ? undefined : setTimeout(work, ms);
}
