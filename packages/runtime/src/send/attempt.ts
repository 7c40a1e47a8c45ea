import type { Carrier } from "../credentials/apply-credentials.js";
import type { FetchFunction } from "../options.js";
import { maxBodySize, maxErrorSize, readBody } from "./read-body.js";

/** An answer with its body. */
export interface Exchange {
  /** The answer as `fetch` gave it, its body read, but for one that is a stream. */
  readonly response: Response;
  /** The body, undefined where it was too large to be read, or is a stream. */
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

/**
 * Sends a request once, and reads the whole answer. Redirects are not followed: credentials must not travel to where
 * an answer points. Where the platform hides what it points to (browsers), the attempt fails; elsewhere the redirect is the answer.
 *
 * @param fetch What sends.
 * @param carrier The request, credentials included.
 * @param init What else `fetch` is to know, its method for example.
 * @param signal Ends the attempt.
 * @param streams Is a 2xx answer to be left unread?
 */
export async function attempt(
  fetch: FetchFunction,
  { url, headers, body }: Carrier,
  init: RequestInit,
  signal: AbortSignal | undefined,
  streams: boolean,
): Promise<Exchange> {
  const response = await fetch(url, {
    ...init,
    headers,
    body: body ?? null,
    redirect: "manual",
    signal: signal ?? null,
  });
  if (signal?.aborted) {
    // This `fetch` ignores its signal, and nobody waits any more.
    void response?.body?.cancel().catch(() => {});
    throw signal.reason;
  }
  if (response?.type === "opaqueredirect") {
    throw Object.assign(new Error("The server answered with a redirect, which is not followed"), {
      code: "REDIRECT_REFUSED",
    });
  }
  // An injected `fetch` may give anything, `Response.error()` for example, whose status is 0.
  if (!(response?.status >= 100 && typeof response.headers?.get === "function")) {
    throw new TypeError("What fetch gave is no answer");
  }
  const { ok } = response;
  if (streams && ok) return { response, body: undefined };
  const limit = ok ? maxBodySize : maxErrorSize;
  return {
    response,
    body: await readBody(response, signal, limit, fetch === globalThis.fetch),
  };
}
