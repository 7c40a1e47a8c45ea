import type { ClientSettings } from "./call-settings.js";
import { fromOutcome } from "./errors/from-outcome.js";
import { reporting } from "./reporting.js";
import type { RawRequest } from "./run-operation.js";

/**
 * Calls an operation of the raw client. Its JSON is parsed here: openapi-fetch would throw a bare SyntaxError, which quotes
 * the answer.
 *
 * @param client What the client is set up with.
 * @param request openapi-fetch's own `request`.
 */
export function callRaw(
  { watcher, definition }: ClientSettings,
  request: RawRequest,
  ...[method, path, init]: Parameters<RawRequest>
): ReturnType<RawRequest> {
  const operation = `raw.${method.toUpperCase()}`;
  return reporting(operation, watcher, async () => {
    const { parseAs = "json" } = init ?? {};
    if (parseAs !== "json") return request(method, path, init);
    const result = await request(method, path, { ...init, parseAs: "text" });
    const { data, response } = result;
    if (typeof data !== "string") return result;
    try {
      return { data: data ? (JSON.parse(data) as unknown) : undefined, response };
    } catch {
      const { status } = response;
      const problem = "is not valid JSON";
      throw fromOutcome({ kind: "unreadable", status, problem }, { operation }, definition);
    }
  });
}
