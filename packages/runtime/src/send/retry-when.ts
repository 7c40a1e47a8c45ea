import type { ErrorDefinition } from "../definition.js";
import { textProperty } from "../parse/find-request-id.js";
import { jsonOrText } from "../parse/json-or-text.js";
import type { Exchange } from "./exchange.js";

/**
 * Makes what knows the answers with which a server says that it did not act, so that any operation may be sent again.
 *
 * @param answers HTTP statuses, and codes of the API.
 * @param errors Where an answer holds the API's code.
 */
export function retryWhen(
  answers: { readonly statuses?: readonly number[]; readonly codes?: readonly string[] },
  errors: ErrorDefinition = {},
): (exchange: Exchange) => boolean {
  const { statuses, codes } = answers;
  return ({ response, body }) =>
    !!(
      statuses?.includes(response.status) ||
      codes?.includes(textProperty(jsonOrText(body), errors.code) ?? "")
    );
}
