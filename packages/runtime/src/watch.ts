import type { Carrier } from "./credentials/apply-credentials.js";
import { redact, redacted, redactText, redactUrl } from "./credentials/redact.js";
import type { Secrets } from "./credentials/secrets.js";
import type { ClientDefinition } from "./definition.js";
import { ClientError } from "./errors/client-error.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import { readEnv } from "./environment/read-env.js";
import type { RequestView, ResponseView, RetryView } from "./hooks.js";
import type { Logger } from "./logger.js";
import type { ClientOptions } from "./options.js";
import { findRequestId } from "./parse/find-request-id.js";
import type { Exchange } from "./send/attempt.js";
import { exchangeText } from "./send/exchange-text.js";

const levels = ["debug", "info", "warn", "error", "off"];

/** The parts of a view that stand beside headers and body. */
type About = Omit<RequestView, "headers" | "body">;

/** Tells hooks and logger about calls. Nothing that they do reaches the call. */
export interface Watcher {
  request(about: About, sent: Pick<Carrier, "headers" | "body">, secrets: Secrets): void;
  response(
    about: About & Pick<ResponseView, "duration">,
    exchange: Exchange,
    secrets: Secrets,
  ): void;
  retry(view: RetryView): void;
  error(operation: string, error: unknown): void;
}

/**
 * Makes the {@link Watcher} of a client.
 *
 * @throws ConfigurationError When the variable for the level of the log has none of its values.
 */
export function createWatcher(definition: ClientDefinition, options: ClientOptions): Watcher {
  const { hooks, logger } = options;
  const credentials = Object.values(definition.credentials);
  const fields = new Set(definition.sensitive);
  const secretHeaders = new Set(
    ["authorization", "proxy-authorization", "cookie", "set-cookie"].concat(
      [...credentials.map(({ name }) => name), ...fields].map((name) => name.toLowerCase()),
    ),
  );
  // A value too short to be searched for is known by its name alone.
  const secretParameters = new Set([
    ...fields,
    ...credentials.filter((each) => each.in === "query").map(({ name }) => name),
  ]);
  const variable = definition.envPrefix && `${definition.envPrefix}_LOG`;
  const level = readEnv(variable) ?? "warn";
  const threshold = levels.indexOf(level);
  if (threshold < 0) {
    const known = levels.map((each) => JSON.stringify(each)).join(", ");
    throw new ConfigurationError(
      `Variable ${variable} is ${JSON.stringify(level)}, which is none of: ${known}.`,
    );
  }

  const log = (at: keyof Logger, message: string, details: () => Record<string, unknown>) => {
    if (logger && levels.indexOf(at) >= threshold) {
      guard(() => logger[at]?.(message, Object.freeze(details())));
    }
  };
  const show = <View extends About>(
    about: View,
    headers: Headers,
    text: () => unknown,
    secrets: Secrets,
  ) => ({
    ...about,
    url: redactUrl(secrets.scrub(about.url), secretParameters),
    headers: Object.freeze(
      Object.fromEntries(
        [...headers].map(([name, value]) => [
          name,
          secretHeaders.has(name) ? redacted : secrets.scrub(value),
        ]),
      ),
    ),
    get body(): unknown {
      const body = text();
      if (typeof body !== "string") return body && Object.prototype.toString.call(body);
      const clean = secrets.scrubBody(body);
      try {
        // Whatever its type says: an answer may have another, or none.
        return redact(JSON.parse(clean), fields);
      } catch {
        return redactText(clean, fields);
      }
    },
  });

  return {
    request(about, { headers, body }, secrets) {
      if (hooks)
        guard(() => hooks.onRequest?.(Object.freeze(show(about, headers, () => body, secrets))));
    },
    response(about, exchange, secrets) {
      const { status, headers } = exchange.response;
      const answer = () => {
        const requestId = requestIdOf(definition, exchange, secrets);
        return { ...about, status, requestId };
      };
      const text = () => exchangeText(exchange);
      if (hooks)
        guard(() => hooks.onResponse?.(Object.freeze(show(answer(), headers, text, secrets))));
      log("debug", `${about.operation}: ${status}`, () => {
        const { operation, attempt, duration, requestId } = answer();
        return { operation, attempt, status, duration, requestId };
      });
    },
    retry(view) {
      const { operation, reason, delay } = view;
      if (hooks) guard(() => hooks.onRetry?.(Object.freeze({ ...view })));
      log("warn", `${operation}: ${reason}, next attempt in ${Math.round(delay)} ms`, () => ({
        ...view,
      }));
    },
    error(operation, error) {
      if (hooks) guard(() => hooks.onError?.(Object.freeze({ operation, error })));
      log("info", `${operation}: failed`, () => ({
        operation,
        // Messages of ours have no body and no credential in them; of others we cannot know.
        ...(error instanceof ClientError && { code: error.code, message: error.message }),
      }));
    },
  };
}

/** Calls what the caller gave, looked up in here too. What it throws or rejects with is left aside. */
function guard(work: () => unknown): void {
  (async () => work())().catch(() => {});
}

function requestIdOf(definition: ClientDefinition, exchange: Exchange, secrets: Secrets) {
  const { headers } = exchange.response;
  let json: unknown;
  try {
    json = JSON.parse(exchangeText(exchange));
  } catch {
    // Then only a header can hold it.
  }
  const id = findRequestId(definition.errors, headers, json);
  return id && secrets.scrub(id);
}
