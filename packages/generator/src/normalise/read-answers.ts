import { getEntries, getString, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import { responseStatus } from "../load/response-status.js";
import type { Answer } from "../model/api-model.js";
import { readContents } from "./read-content.js";

/** Answers that have no body whatever the document says: 204, 205 and 304 (RFC 9110, 15.3.5, 15.3.6, 15.4.5). */
const BODILESS = new Set(["204", "205", "304"]);

/**
 * The documented answers of an operation. `default` stands for all that no other one stands for (OpenAPI 3.1,
 * 4.8.16.1): where no status of 2xx is documented it is what success gives, too.
 *
 * @param method in small letters. What HEAD is answered has no body (RFC 9110, 9.3.2).
 */
export function readAnswers(
  root: JsonObject,
  method: string,
  operation: JsonObject,
): { readonly successes: readonly Answer[]; readonly failures: readonly Answer[] } {
  const documented = getEntries(operation, "responses").flatMap(([key, given]) => {
    const status = responseStatus(key);
    return status === undefined ? [] : [{ status, given }];
  });
  const hasSuccess = documented.some(({ status }) => isSuccess(status));
  const read = (status: string, given: unknown, succeeds: boolean) =>
    readAnswer(root, status, given, method !== "head", succeeds);
  const answers = documented.map(({ status, given }): Readings => {
    if (isSuccess(status)) return { success: read(status, given, true) };
    const failure = read(status, given, false);
    if (status !== "default" || hasSuccess) return { failure };
    const success = read(status, given, true);
    return success.content?.stream ? { success, failure } : { success: failure, failure };
  });
  return {
    successes: answers.flatMap(({ success }) => success ?? []),
    failures: answers.flatMap(({ failure }) => failure ?? []),
  };
}

/** What an answer is as a success, and as an error, which is read as a whole. */
interface Readings {
  readonly success?: Answer;
  readonly failure?: Answer;
}

function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

function readAnswer(
  root: JsonObject,
  status: string,
  given: unknown,
  mayHaveBody: boolean,
  succeeds: boolean,
): Answer {
  const response = resolveReference(root, given);
  return {
    status,
    description: getString(response, "description"),
    content:
      mayHaveBody && !BODILESS.has(status) ? readContents(root, response, succeeds) : undefined,
  };
}
