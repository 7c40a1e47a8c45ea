import type { Sendable } from "../send/sendable.js";

/** Puts a credential into the query of a request. */
export function putInQuery(request: Sendable, name: string, value: string): Sendable {
  const { url } = request;
  return { ...request, url: url + (url.includes("?") ? "&" : "?") + pairOf(name, value) };
}

/** Puts a credential into the `Cookie` header of a request, beside what is there. */
export function putInCookie(request: Sendable, name: string, value: string): Sendable {
  const { headers } = request;
  const cookie = [headers["cookie"], pairOf(name, value)].filter(Boolean).join("; ");
  return { ...request, headers: Object.assign(headers, { cookie }) };
}

function pairOf(name: string, value: string): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
}
