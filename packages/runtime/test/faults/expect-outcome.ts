import { expect } from "vitest";
import {
  ApiError,
  AuthenticationError,
  NetworkError,
  NotFoundError,
  OutcomeUnknownError,
  ParseError,
  RateLimitError,
  TimeoutError,
} from "../../src/index.js";
import type { Fault, Outcome } from "./fault.js";
import type { Ran } from "./run-fault.js";

const classes = new Map<string, readonly [object, code: string]>([
  ["ApiError", [ApiError, "API_ERROR"]],
  ["AuthenticationError", [AuthenticationError, "AUTHENTICATION"]],
  ["NetworkError", [NetworkError, "NETWORK"]],
  ["NotFoundError", [NotFoundError, "NOT_FOUND"]],
  ["OutcomeUnknownError", [OutcomeUnknownError, "OUTCOME_UNKNOWN"]],
  ["ParseError", [ParseError, "PARSE"]],
  ["RateLimitError", [RateLimitError, "RATE_LIMIT"]],
  ["TimeoutError", [TimeoutError, "TIMEOUT"]],
]);

/** Looks whether a call came to what it is to come to: exactly one class of error, or data. */
export function expectOutcome(ran: Ran, outcome: Outcome, fault: Fault, data = false): void {
  if (data) expectData(ran, fault);
  else expectError(ran, outcome, fault);
}

function expectData({ data, error }: Ran, { text }: Fault): void {
  expect(error).toBeUndefined();
  expect(data).toHaveProperty("request_id", "r1");
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect({}).not.toHaveProperty("polluted");
  if (text !== undefined) expect(JSON.stringify(data)).toBe(text);
}

function expectError(
  { error, data, attempts }: Ran,
  outcome: Outcome,
  { retryAfter }: Fault,
): void {
  expect(data).toBeUndefined();
  const { name, code, status, cause } = error!;
  const answered = outcome.error === "ParseError" ? expect.any(Number) : outcome.status;
  expect({ name, status }).toEqual({ name: outcome.error, status: answered });
  expect([error!.constructor, code]).toEqual(classes.get(name));
  if (outcome.cause) {
    const { name, code, constructor } = cause as NetworkError | TimeoutError;
    expect(name).toBe(outcome.cause);
    expect([constructor, code]).toEqual(classes.get(name));
  }
  expect(error!["attempts"]).toHaveLength(attempts);
  const asked = name === "RateLimitError" ? (retryAfter ?? undefined) : undefined;
  expect(error!["retryAfter"]).toEqual(asked && about(asked));
}

/** A date has passed by a little when it is read. */
const about = (ms: number): unknown =>
  expect.toSatisfy((value: number) => value === ms || Math.abs(value - ms) < 60_000);
