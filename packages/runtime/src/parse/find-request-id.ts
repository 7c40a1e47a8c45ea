import type { ErrorDefinition } from "../definition.js";

/**
 * A string in a JSON value, if it looks like the id or code that it should be.
 *
 * @param body A JSON value.
 * @param path The name of a property at its top, or the names of the properties on the way to it.
 * @param looks What the whole string looks like.
 */
export function textProperty(
  body: unknown,
  path: string | readonly string[] | undefined,
  looks: RegExp,
): string | undefined {
  if (!path?.length) return undefined;
  let value = body;
  for (const name of typeof path === "string" ? [path] : path) {
    // What an answer leaves out is not to be found on a prototype.
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === "string" && looks.test(value) ? value : undefined;
}

/** The request id of an answer: from the header where the API has one, else from the JSON body. */
export function findRequestId(
  { requestId, requestIdHeader }: ErrorDefinition,
  headers: Headers,
  body: unknown,
): string | undefined {
  return (
    (requestIdHeader && headers.get(requestIdHeader)) ||
    textProperty(body, requestId, /^[!-~]{1,128}$/)
  );
}
