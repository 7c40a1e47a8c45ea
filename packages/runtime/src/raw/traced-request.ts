import { isJson } from "../parse/is-json.js";
import type { Sendable } from "../send/sendable.js";

/** What openapi-fetch made a request of. */
interface TracedInit extends RequestInit {
  readonly method: string;
}

/** A real request that remembers what it was made of. */
export interface TracedRequest extends Request {
  /** A body as text, which needs no reading then, and what a `Request` does not give back, undici's `dispatcher` for example. */
  readonly init: TracedInit;
}

/**
 * What openapi-fetch makes requests with, and asks whether middleware gave back a request: any request is one. No class of its
 * own: Node takes longer to load the one that it would extend than to load this package, and most clients never need it.
 */
export function traceRequest(url: string, init: TracedInit): TracedRequest {
  return Object.assign(new Request(url, init), { init });
}
Object.defineProperty(traceRequest, Symbol.hasInstance, {
  value: (value: unknown) => value instanceof Request,
});

/** A request as it is sent, from openapi-fetch or from middleware that put another one in its place. */
export async function sendableOf(request: Request & Partial<TracedRequest>): Promise<Sendable> {
  const { url, method, init } = request;
  const headers = Object.fromEntries(request.headers);
  return {
    url,
    method,
    headers,
    body: await bodyOf(request, headers["content-type"]),
    ...(init && { init }),
  };
}

/** The body of a request, read once for all attempts. JSON becomes text, so that credentials can be put into it. */
async function bodyOf(
  request: Request & Partial<TracedRequest>,
  type: string | undefined,
): Promise<BodyInit | undefined> {
  const { init, method } = request;
  if (typeof init?.body === "string") return init.body;
  if (method === "GET" || method === "HEAD") return undefined;
  const bytes = await request.arrayBuffer();
  if (!bytes.byteLength) return undefined;
  return type && isJson(type) ? new TextDecoder().decode(bytes) : bytes;
}
