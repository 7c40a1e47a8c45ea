import type { Operation, RetryRule } from "../model/api-model.js";
import { isIdempotent, outcomeCheck } from "../plan/retries.js";

/** What a doc comment says of sending an operation again: a sentence or two each. */
export function retryFacts(operation: Operation): string[] {
  const { retry } = operation;
  const check = outcomeCheck(operation);
  return [
    mainFact(isIdempotent(operation), retry === false),
    ...(check === undefined ? [] : [`Then look with \`${check}\` before you call it again.`]),
    ...(retry ? ruleFacts(retry) : []),
  ];
}

function mainFact(isIdempotent: boolean, never: boolean): string {
  if (isIdempotent) {
    return never
      ? "Idempotent, but sent again only where the client or the call asks for it by `retries`."
      : "Idempotent: a call that failed on its way is sent again.";
  }
  const what = "a call that failed after it may have reached the server";
  return never
    ? `Sent again only where the client or the call asks for it by \`retries\` and the server has not acted: ${what} throws an \`OutcomeUnknownError\`.`
    : `Not idempotent: ${what} is not sent again, but throws an \`OutcomeUnknownError\`.`;
}

function ruleFacts({ retries, statuses, codes }: RetryRule): string[] {
  const answers = [...statuses.map(String), ...codes.map((code) => `\`${code}\``)];
  const last = answers.pop();
  const list = answers.length > 0 ? `${answers.join(", ")} or ${last}` : last;
  return [
    ...(list === undefined
      ? []
      : [`After the answer ${list} the server has not acted, and the call is sent again.`]),
    ...(retries === undefined
      ? []
      : [`Sent again ${times(retries)}, where the client and the call say no other number.`]),
  ];
}

function times(retries: number): string {
  if (retries === 0) return "not at all";
  return retries === 1 ? "once at most" : `${retries} times at most`;
}
