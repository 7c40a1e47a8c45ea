import type { Target } from "./servers/scripted-server.js";

/** How a call ends. */
export interface Outcome {
  /** The name of the error's class; absent: it gives data. */
  readonly error?: string;
  /** The name of the error that an `OutcomeUnknownError` has as its cause. */
  readonly cause?: string;
  /** The HTTP status of an `ApiError`. */
  readonly status?: number;
  /** How many attempts are made where two may follow the first. */
  readonly attempts: number;
  /** The last of these attempts gives data; the error is that of a call without retries. */
  readonly recovers?: boolean;
}

/** The outcomes for an operation that may be sent again, and for one that may not. */
export interface Outcomes {
  readonly idempotent: Outcome;
  readonly other: Outcome;
}

/** Something that goes wrong between a client and a server, and what comes of it. */
export interface Fault extends Outcomes {
  /** What goes wrong, as the table says it. */
  readonly name: string;
  /** The line of the table that it is told in together with others of the same outcome. Default: one of its own. */
  readonly row?: string;
  readonly start: () => Promise<Target>;
  /** A call that succeeds goes before, on a connection that stays open, or that the server has closed since. */
  readonly warm?: "open" | "closed";
  /** The server can't see that a connection is gone, because it does not read. */
  readonly blind?: boolean;
  /** Milliseconds for an attempt. Default: more than any needs that ends by itself. */
  readonly timeout?: number;
  /** What is sent. Default: a small object. */
  readonly body?: unknown;
  /** The JSON text that the data is to be. */
  readonly text?: string;
  /** The version of Node that the tests run on can't show it. */
  readonly skip?: boolean;
  /** The milliseconds between attempts, at most {@link longestDelay}. */
  readonly delay?: number;
  /** What a `RateLimitError` tells, within a second, in milliseconds; null: nothing. */
  readonly retryAfter?: number | null;
}

/** The `maxRetryDelay` of all calls. */
export const longestDelay = 20;

const both = (outcome: Outcome): Outcomes => ({ idempotent: outcome, other: outcome });

/** It gives data all the same. */
export const fine = both({ attempts: 1 });

/** The server certainly did not see the request. */
export const unsent = both({ error: "NetworkError", attempts: 3 });

/** The same, and trying again is useless. */
export const refused = both({ error: "NetworkError", attempts: 1 });

/** The answer says 2xx, and is not what was promised. */
export const unreadable = both({ error: "ParseError", attempts: 1 });

/** The server may have seen the request. */
const unknown = (cause: string): Outcomes => ({
  idempotent: { error: cause, attempts: 3 },
  other: { error: "OutcomeUnknownError", cause, attempts: 1 },
});

export const broken = unknown("NetworkError");

/** The same, without an end. */
export const stalled = { ...unknown("TimeoutError"), timeout: 100 };

/** The same, but a new connection helps. */
export function reused({ idempotent, other }: Outcomes): Outcomes {
  return { idempotent: { ...idempotent, attempts: 2, recovers: true }, other };
}

/** The server says no. */
export const final = (status: number, error = "ApiError"): Outcomes =>
  both({ error, status, attempts: 1 });

/** The server says no, perhaps for now, and may have acted. */
export const passing = (status: number): Outcomes => ({
  idempotent: { error: "ApiError", status, attempts: 3 },
  other: { error: "ApiError", status, attempts: 1 },
});

/** The server says not now, and that it has not acted. */
export const limited = both({ error: "RateLimitError", status: 429, attempts: 3 });
