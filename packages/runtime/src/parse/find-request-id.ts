import type { ErrorDefinition } from "../definition.js";

/** A string property at the top of a JSON value, if it looks like the id or code that it should be. */
export function textProperty(
  body: unknown,
  name: string | undefined,
  looks: RegExp,
): string | undefined {
  const value =
    name !== undefined && typeof body === "object" && body !== null
      ? (body as Record<string, unknown>)[name]
      : undefined;
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
