import type { Around } from "../around.js";
import { redactUrl } from "../credentials/redact.js";
import type { ClientDetails } from "../definition.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { type HeaderRecord, headersOf } from "../headers-of.js";
import type { ClientOptions } from "../options.js";
import type { Exchange } from "../send/exchange.js";
import type { Feature } from "./feature.js";
import { hiddenNames } from "./hidden-names.js";

/** What stands around the attempts of a client. */
export type PacingOptions = Pick<ClientOptions, "concurrency" | "rateLimit" | "tracing">;

/** Puts `concurrency`, `rateLimit` and `tracing` around each attempt, the first outermost. */
export function pacing(
  { concurrency, rateLimit, tracing }: PacingOptions,
  details: ClientDetails,
): Feature {
  const all = [tracing, rateLimit, concurrency].filter((each): each is Around => !!each);
  return (client) => {
    const { definition, attempt } = client;
    if (!all.length) return;
    const hidden = hiddenNames(definition, details);
    client.attempt = async (request, call, state) => {
      const { number, signal } = state;
      const headers = {};
      const view = Object.freeze({
        operation: call.operation.id,
        path: call.operation.path,
        method: request.method,
        url: redactUrl(call.secrets.scrub(request.url), hidden),
        attempt: number,
        signal,
        headers,
      });
      let exchange: Exchange | undefined;
      const innermost = async () => {
        call.stage = "before";
        const own = { ...added(headers), ...request.headers };
        exchange = await attempt({ ...request, headers: own }, call, state);
        return exchange.response;
      };
      // What they reject with themselves is final: nothing was sent.
      call.stage = "permanent";
      await all.reduce<() => Promise<Response>>(
        (next, each) => () => each(view, next),
        () => {
          const response = innermost();
          // One that does not wait for it leaves nobody who would.
          response.catch(() => {});
          return response;
        },
      )();
      if (!exchange)
        throw new TypeError("Options concurrency, rateLimit and tracing must call next()");
      return exchange;
    };
  };
}

/** Headers that were added, their names in lower case as those of a request: in another case, both would be sent. */
function added(headers: object): HeaderRecord {
  try {
    return headersOf(headers);
  } catch {
    // `fetch` would refuse it where nobody knows whether anything was sent.
    throw new ConfigurationError(
      "Options concurrency, rateLimit and tracing must add headers that are valid",
    );
  }
}
