import type { CallState } from "../call-state.js";
import { findRequestId, textProperty } from "../parse/find-request-id.js";
import type { Exchange } from "../send/exchange.js";
import { retryAfterOf } from "../send/retry-after.js";
import { ApiError } from "./api-error.js";
import { AuthenticationError } from "./authentication-error.js";
import { NotFoundError } from "./not-found-error.js";
import { RateLimitError, type RateLimitErrorInit } from "./rate-limit-error.js";

const classes: Readonly<Record<number, typeof ApiError>> = {
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  429: RateLimitError,
};

/** The one error that an answer outside 2xx becomes. Where the definition gives the API's code another status, that one counts. */
export function apiErrorOf(
  call: Pick<CallState, "client" | "operation" | "secrets">,
  { response, body: text = "" }: Exchange,
): ApiError {
  const { secrets, client } = call;
  const { status } = response;
  const { errors } = client.definition;
  let body: unknown;
  try {
    // As plain JSON: a secret could hide behind escapes. Never null: who reads a property of it in a catch clause is not to be thrown at again.
    body = JSON.parse(secrets.scrub(JSON.stringify(JSON.parse(text as string)))) ?? "";
  } catch {
    body = secrets.scrub(text as string);
  }
  const code = textProperty(body, errors.code);
  const counts = new Map(Object.entries(errors.classes ?? {})).get(code!) ?? status;
  const error = new (classes[counts] ?? ApiError)({
    status,
    body,
    requestId: findRequestId(call, response, body),
    message: `${call.operation.id}: ${status}${code ? ` ${code}` : ""}`,
    retryAfter: retryAfterOf(response.headers),
  } as RateLimitErrorInit);
  client.print?.(error);
  return error;
}
