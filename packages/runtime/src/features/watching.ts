import { redact, redactText, redactUrl } from "../credentials/redact.js";
import { scrubbed } from "../credentials/scrubbed.js";
import type { Secrets } from "../credentials/secrets.js";
import type { ClientDefinition, ClientDetails } from "../definition.js";
import { readEnv } from "../environment/read-env.js";
import { ClientError } from "../errors/client-error.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { Hooks } from "../hooks.js";
import type { Logger } from "../logger.js";
import type { ClientOptions } from "../options.js";
import { findRequestId } from "../parse/find-request-id.js";
import { jsonOrText } from "../parse/json-or-text.js";
import type { Exchange } from "../send/exchange.js";
import type { Feature } from "./feature.js";
import { hiddenNames } from "./hidden-names.js";

const levels = ["debug", "info", "warn", "error", "off"];

/** What is told of calls, and from which level on. */
export type WatchingOptions = Pick<ClientOptions, "hooks" | "logger" | "logLevel">;

/** Tells hooks and logger of requests, answers, retries and errors, and shows no secrets. */
export function watching(options: WatchingOptions, details: ClientDetails): Feature {
  return (client) => {
    const { definition, exchange } = client;
    const { hooks, logger } = options;
    const threshold = levels.indexOf(levelOf(definition, options));
    if (!hooks && !logger) return;
    const fields = new Set(details.sensitive);
    const hidden = hiddenNames(definition, details);

    const tell = (name: keyof Hooks, view: () => object) => {
      guard(() => (hooks?.[name] as Hook | undefined)?.(Object.freeze(view())));
    };
    const log = (at: keyof Logger, message: string, details: () => Record<string, unknown>) => {
      if (logger && levels.indexOf(at) >= threshold) {
        guard(() => logger[at]?.(message, Object.freeze(details())));
      }
    };
    const show = (
      about: { readonly url: string },
      headers: Iterable<[string, string]>,
      body: unknown,
      secrets: Secrets,
    ) => {
      const shown = redact(Object.fromEntries(headers), hidden) as Record<string, string>;
      for (const name in shown) shown[name] = secrets.scrub(shown[name]!);
      return {
        ...about,
        url: redactUrl(secrets.scrub(about.url), hidden),
        headers: Object.freeze(shown),
        get body(): unknown {
          const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
          return typeof text === "string"
            ? redactText(scrubbed(text, secrets), fields)
            : text && Object.prototype.toString.call(text);
        },
      };
    };

    client.exchange = async (request, call, state) => {
      const { secrets } = call;
      const { url, method } = request;
      const operation = call.operation.id;
      const attempt = state.number;
      const about = { operation, method, url, attempt };
      tell("onRequest", () => show(about, Object.entries(request.headers), request.body, secrets));
      const start = performance.now();
      const answer = await exchange(request, call, state);
      const duration = performance.now() - start;
      const { response, body } = answer;
      const { status, headers } = response;
      let text: unknown;
      const read = () => (text ??= textOr(body));
      const requestId = () => findRequestId(call, response, jsonOrText(read()));
      tell("onResponse", () => {
        const all = { ...about, status, duration, requestId: requestId() };
        return show(all, headers, read() ?? "", secrets);
      });
      log("debug", `${operation}: ${status}`, () => {
        return { operation, attempt, status, duration, requestId: requestId() };
      });
      return answer;
    };
    client.onRetry = ({ operation: { id } }, attempt, delay, outcome) => {
      const reason = String(
        outcome instanceof Error ? outcome.name : (outcome as Exchange).response.status,
      );
      const view = { operation: id, attempt, delay, reason };
      tell("onRetry", () => ({ ...view }));
      const message = `${id}: ${reason}, next attempt in ${Math.round(delay)} ms`;
      log("warn", message, () => ({ ...view }));
    };
    client.onError = ({ operation: { id: operation } }, error) => {
      tell("onError", () => ({ operation, error }));
      log("info", `${operation}: failed`, () => ({
        operation,
        // Messages of ours have no body and no credential in them; of others we cannot know.
        ...(error instanceof ClientError && { code: error.code, message: error.message }),
      }));
    };
  };
}

type Hook = (view: object) => unknown;

/** @throws ConfigurationError When the variable for it has none of its values. */
function levelOf({ envPrefix }: ClientDefinition, { logLevel }: WatchingOptions): string {
  const variable = envPrefix && `${envPrefix}_LOG`;
  const level = logLevel ?? readEnv(variable) ?? "warn";
  if (levels.includes(level)) return level;
  const known = levels.map((each) => JSON.stringify(each)).join(", ");
  throw new ConfigurationError(
    `Variable ${variable} is ${JSON.stringify(level)}, which is none of: ${known}.`,
  );
}

/** The text of a body, or the body where it is none. */
function textOr(body: Exchange["body"]): unknown {
  try {
    return typeof body === "object" ? new TextDecoder("utf8", { fatal: true }).decode(body) : body;
  } catch {
    return (body as Uint8Array).buffer;
  }
}

/** Calls what the caller gave, looked up in here too. What it throws or rejects with is left aside. */
function guard(work: () => unknown): void {
  (async () => work())().catch(() => {});
}
