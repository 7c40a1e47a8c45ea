import { applyCredentials } from "../credentials/apply-credentials.js";
import { type CredentialSource, resolveCredentials } from "../credentials/resolve-credentials.js";
import { AbortedError } from "../errors/aborted-error.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { fromOutcome } from "../errors/from-outcome.js";
import { NetworkError } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { FetchFunction } from "../options.js";
import type { Watcher } from "../watch.js";
import { attempt, type Exchange } from "./attempt.js";
import { type ConnectionFailure, connectionFailure } from "./connection-failure.js";
import { retry } from "./retry.js";
import { parseRetryAfter } from "./retry-after.js";
import { retryDelay } from "./retry-delay.js";
import { sleep } from "./sleep.js";
import { type AnyRequest, bodyOf } from "./traced-request.js";
import { withLimit } from "./with-limit.js";

/** Everything that sending one request depends on: the client's settings under the call's. */
export interface SendSettings extends CredentialSource {
  /** What the request is called in errors and hooks. */
  readonly operation: string;
  /** What stands in front of paths. */
  readonly baseUrl: string;
  /** Whether a 2xx answer is left unread, for a stream. */
  readonly streams: boolean;
  /** The scheme and host that credentials may travel to, with a slash at the end. */
  readonly origin: string;
  readonly idempotent: boolean;
  readonly inBody: boolean;
  readonly timeout: number;
  readonly deadline: number | undefined;
  readonly retries: number;
  readonly maxRetryDelay: number;
  readonly signal: AbortSignal | undefined;
  readonly fetch: FetchFunction;
  readonly watcher: Watcher;
  /** The `Accept` header for JSON, null for none. */
  readonly accept: string | null;
}

/**
 * Sends a request: within the deadline, with retries, with the credentials of each attempt, each attempt within its timeout.
 *
 * @returns The last answer, whatever its status.
 * @throws ClientError When there is none, or it can't be asked for.
 */
export async function send(request: AnyRequest, settings: SendSettings): Promise<Exchange> {
  const { operation, definition, idempotent, maxRetryDelay, secrets, watcher } = settings;
  const { url, method, headers } = request;
  const context = { operation };
  const body = await bodyOf(request);
  /** How far the present attempt has come: `"unknown"` is past the point from which on the server may have acted. */
  let stage = "before" as ConnectionFailure["stage"] | "answered";

  const once = async (number: number, signal?: AbortSignal): Promise<Exchange> => {
    stage = "before";
    const values = await resolveCredentials(settings);
    if (values.size && !url.startsWith(settings.origin)) {
      throw new ConfigurationError(
        `Credentials for ${settings.origin} must not travel to another server. Set option baseUrl to call one.`,
      );
    }
    signal?.throwIfAborted();
    const carrier = applyCredentials({ url, headers, body }, values, definition, settings.inBody);
    const about = { operation, method, url: carrier.url, attempt: number };
    watcher.request(about, carrier, secrets);
    const start = performance.now();
    stage = "unknown";
    try {
      const init = { ...request.init, method };
      const exchange = await attempt(settings.fetch, carrier, init, signal, settings.streams);
      signal?.throwIfAborted();
      stage = "answered";
      watcher.response({ ...about, duration: performance.now() - start }, exchange, secrets);
      return exchange;
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      const failure = connectionFailure(cause);
      stage = failure.stage;
      // Without path and query, which may hold personal data.
      const server = secrets.scrub(new URL(url).origin);
      const why = failure.reason ? ` (${secrets.scrub(failure.reason)})` : "";
      const problem =
        stage === "before"
          ? `no connection to ${server}${why}`
          : `the request to ${server} failed${why}`;
      throw fromOutcome(
        { kind: "network", problem, cause: secrets.clean(cause) },
        context,
        definition,
      );
    }
  };

  const limitedOnce = (number: number, signal?: AbortSignal) => {
    const { timeout } = settings;
    return withLimit(
      {
        ms: timeout,
        expire: () => new TimeoutError({ timeout, scope: "attempt", operation }),
        signal,
        abort: (reason) => reason as Error,
      },
      (inner) => once(number, inner),
    );
  };

  try {
    return await withLimit(
      {
        ms: settings.deadline,
        expire: () =>
          new TimeoutError({ timeout: settings.deadline ?? 0, scope: "call", operation }),
        signal: settings.signal,
        abort: (cause) =>
          new AbortedError(`${operation}: aborted by the caller's signal`, { operation, cause }),
      },
      (signal) =>
        retry({
          // A stream is used up, at least in part, by the first attempt.
          retries: body instanceof ReadableStream ? 0 : settings.retries,
          attempt: (number) => limitedOnce(number, signal),
          decide(outcome, number) {
            const failed = "error" in outcome;
            if (failed && (signal?.aborted || !isSendFailure(outcome.error))) return undefined;
            const delay = retryDelay(
              failed
                ? { stage: stage === "answered" ? "unknown" : stage }
                : answerOf(outcome.value.response),
              { idempotent, attempt: number, maxRetryDelay, random: Math.random() },
            );
            if (delay !== undefined) {
              const reason = failed ? (outcome.error as Error).name : outcome.value.response.status;
              watcher.retry({ operation, attempt: number, delay, reason: String(reason) });
            }
            return delay;
          },
          sleep: (ms) => sleep(ms, signal),
        }),
    );
  } catch (error) {
    if (stage === "unknown" && !idempotent && isSendFailure(error)) {
      throw fromOutcome({ kind: "unknown", cause: error }, context, definition);
    }
    throw error;
  }
}

/** Failures that a later attempt may not have, unlike missing credentials. */
function isSendFailure(error: unknown): error is NetworkError | TimeoutError {
  return error instanceof NetworkError || error instanceof TimeoutError;
}

function answerOf({ status, headers }: Response) {
  return { status, retryAfter: parseRetryAfter(headers.get("retry-after"), Date.now()) };
}
