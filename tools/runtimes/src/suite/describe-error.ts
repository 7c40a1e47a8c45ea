import type * as customer from "@plaid-partner/customer-client";

const CLASSES = [
  "ClientError",
  "ApiError",
  "AuthenticationError",
  "NotFoundError",
  "RateLimitError",
  "NetworkError",
  "TimeoutError",
  "AbortedError",
  "ParseError",
  "ConfigurationError",
  "OutcomeUnknownError",
] as const;

const MEMBERS = ["name", "code", "operation", "requestId", "status", "retryAfter", "scope"];

/**
 * What has to be the same of an error everywhere: classes, name, members, and a cause of ours. Messages are not looked at,
 * and a platform's own causes only as to whether there is one.
 */
export function describeError(api: typeof customer, error: unknown): Record<string, unknown> {
  if (!api.isClientError(error)) return { stranger: String(error) };
  const { cause } = error;
  return {
    is: CLASSES.filter((name) => error instanceof (api[name] as unknown as typeof Error)).join(" "),
    ...Object.fromEntries(
      MEMBERS.filter((name) => Reflect.get(error, name) !== undefined).map((name) => [
        name,
        Reflect.get(error, name) as unknown,
      ]),
    ),
    ...(api.isClientError(cause) && { cause: describeError(api, cause) }),
  };
}
