import type { Attributes } from "@opentelemetry/api";
import type { AttemptView } from "../around.js";

/** The methods that OpenTelemetry takes into names: those of RFC 9110, 9.3, and PATCH (RFC 5789). */
const known = /^(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH)$/;

/** The name of an attempt's span: `GET /things/{id}`. */
export function spanName({ method, path }: AttemptView): string {
  return `${known.test(method) ? method : "HTTP"} ${template(path)}`;
}

/**
 * What is known of an attempt before it is sent, by OpenTelemetry's semantic conventions for HTTP clients. No header and no
 * body is among it, and the URL is the redacted one.
 */
export function attemptAttributes(view: AttemptView): Attributes {
  const { operation, method, url, path, attempt } = view;
  const isKnown = known.test(method);
  return {
    "http.request.method": isKnown ? method : "_OTHER",
    ...(!isKnown && { "http.request.method_original": method }),
    ...serverAttributes(url),
    "url.full": url,
    "url.template": template(path),
    ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
    // There is no convention for it.
    "openapi.operation_id": operation,
  };
}

/** The path of a call of the raw client is the caller's own text, and can have a query, which may hold a secret. */
const template = (path: string) => path.replace(/[?#].*/s, "");

function serverAttributes(url: string): Attributes {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return {};
  }
  const { protocol, hostname, port } = parsed;
  return {
    // The brackets of an IPv6 address belong to the URL.
    "server.address": hostname.replace(/^\[|\]$/g, ""),
    "server.port": Number(port || (protocol === "https:" ? 443 : 80)),
  };
}
