import { scrubbed } from "../credentials/scrubbed.js";
import type { Secrets } from "../credentials/secrets.js";
import type { Exchange } from "../send/exchange.js";

/** Answers that have no body by definition; `Response` refuses to be made with one (Fetch, null body status). */
const bodiless = new Set([204, 205, 304]);

/**
 * An answer that can be read again, for openapi-fetch and for middleware. An answer outside 2xx, which becomes an error,
 * has no credentials in its body any more.
 */
export function readableCopy({ response, body }: Exchange, secrets: Secrets): Response {
  const { status, statusText, headers, url, ok } = response;
  const readable = ok ? (body ?? "") : scrubbed((body as string | undefined) ?? "", secrets);
  const copy = new Response(bodiless.has(status) ? null : readable, {
    // Servers send what `Response` does not take: other statuses than these, and words in any encoding.
    status: status >= 200 && status <= 599 ? status : 599,
    statusText: /^[ -~]*$/.test(statusText) ? statusText : "",
    headers,
  });
  return Object.defineProperties(copy, { status: { value: status }, url: { value: url } });
}
