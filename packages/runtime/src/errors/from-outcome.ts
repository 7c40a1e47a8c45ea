import type { ClientDefinition } from "../definition.js";
import { textProperty } from "../parse/find-request-id.js";
import { ApiError } from "./api-error.js";
import { AuthenticationError } from "./authentication-error.js";
import type { ClientError } from "./client-error.js";
import { NetworkError } from "./network-error.js";
import { NotFoundError } from "./not-found-error.js";
import { OutcomeUnknownError } from "./outcome-unknown-error.js";
import { ParseError } from "./parse-error.js";
import { hideWhenPrinted } from "./printing.js";
import { RateLimitError } from "./rate-limit-error.js";

const classes = { ApiError, AuthenticationError, NotFoundError, RateLimitError };
const byStatus: Readonly<Record<number, keyof typeof classes>> = {
  401: "AuthenticationError",
  403: "AuthenticationError",
  404: "NotFoundError",
  429: "RateLimitError",
};

/** How an attempt or a call ended that gave no data. Limits that passed and aborts are errors where they happen. */
export type Outcome =
  /** An answer outside 2xx. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly body: unknown;
      readonly retryAfter: number | undefined;
    }
  /** A 2xx answer that is not as promised. */
  | { readonly kind: "unreadable"; readonly status: number; readonly problem: string }
  /** No answer. */
  | { readonly kind: "network"; readonly problem: string; readonly cause?: unknown }
  /** An operation that is not idempotent may have happened. */
  | { readonly kind: "unknown"; readonly cause: ClientError };

/** What is known of a call besides its outcome. */
export interface OutcomeContext {
  readonly operation: string;
  readonly requestId?: string | undefined;
}

/** The one error that an outcome becomes. */
export function fromOutcome(
  outcome: Outcome,
  context: OutcomeContext,
  { errors, sensitive }: Pick<ClientDefinition, "errors" | "sensitive">,
): ClientError {
  const { operation, requestId } = context;
  const id = requestId ? ` (request id ${requestId})` : "";
  switch (outcome.kind) {
    case "refused": {
      const { status, body, retryAfter } = outcome;
      const code = textProperty(body, errors.code, /^[A-Za-z][\w.-]{0,63}$/);
      const name =
        (code && Object.hasOwn(errors.classes ?? {}, code) && errors.classes?.[code]) ||
        byStatus[status] ||
        "ApiError";
      const message = `${operation}: ${status}${code ? ` ${code}` : ""}${id}`;
      const init = { status, body, requestId, operation, message, retryAfter };
      return hideWhenPrinted(new classes[name](init), sensitive);
    }
    case "unreadable": {
      const { status, problem } = outcome;
      return new ParseError(`${operation}: the answer with status ${status} ${problem}${id}`, {
        ...context,
        status,
      });
    }
    case "network":
      return new NetworkError(`${operation}: ${outcome.problem}`, {
        ...context,
        cause: outcome.cause,
      });
    case "unknown":
      return new OutcomeUnknownError(
        `${operation}: it may have happened or not, because it failed after it may have reached the server. ${outcome.cause.message}`,
        { ...context, cause: outcome.cause },
      );
  }
}
