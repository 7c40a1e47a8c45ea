import type { CallState } from "../call-state.js";

/**
 * A string in a JSON value, if it looks like an id or a code: short, and without blanks.
 *
 * @param body A JSON value.
 * @param path The names of the properties on the way to it.
 */
export function textProperty(
  body: unknown,
  path: readonly string[] | undefined,
): string | undefined {
  let value = body;
  for (const name of path ?? []) {
    // What an answer leaves out is not to be found on a prototype.
    value = Object.hasOwn(Object(value) as object, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
  }
  return path && typeof value === "string" && /^[!-~]{1,128}$/.test(value) ? value : undefined;
}

/**
 * The request id of an answer, as it may be shown: from the header where the API has one, else from the JSON body.
 *
 * @param body Its JSON value.
 */
export function findRequestId(
  { client, secrets }: Pick<CallState, "client" | "secrets">,
  { headers }: Pick<Response, "headers">,
  body: unknown,
): string | undefined {
  const { requestId, requestIdHeader } = client.definition.errors;
  const id = (requestIdHeader && headers.get(requestIdHeader)) || textProperty(body, requestId);
  return id && secrets.scrub(id);
}
