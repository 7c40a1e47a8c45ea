import { isJson } from "../parse/is-json.js";

/** What openapi-fetch made a request of. */
export interface TracedInit extends RequestInit {
  readonly headers: Headers;
  readonly method: string;
}

/** A request as `send` gets it from openapi-fetch, or from middleware that put another one in its place. */
export interface AnyRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  /** Absent on a request of middleware's own. */
  readonly init?: TracedInit;
}

/**
 * Stands in for a `Request` while no middleware is registered that could see it: making a real one takes longer than
 * everything else that a client does for a call.
 */
export class PlainRequest implements AnyRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly init: TracedInit;

  constructor(url: string, init: TracedInit) {
    this.url = url;
    this.init = init;
    this.method = init.method;
    this.headers = init.headers;
  }
}

/**
 * A real request that remembers what it was made of: a body as text, which needs no reading then, and what a `Request`
 * does not give back, undici's `dispatcher` for example.
 */
export class TracedRequest extends Request implements AnyRequest {
  readonly init: TracedInit;

  constructor(url: string, init: TracedInit) {
    super(url, init);
    this.init = init;
  }

  /** openapi-fetch asks by this class whether middleware gave back a request. Any request is one. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Request;
  }
}

/** The body of a request, read once for all attempts. JSON becomes text, so that credentials can be put into it. */
export async function bodyOf(request: AnyRequest): Promise<BodyInit | undefined> {
  const { init, method } = request;
  if (typeof init?.body === "string" || request instanceof PlainRequest) {
    return init?.body ?? undefined;
  }
  if (method === "GET" || method === "HEAD" || !(request instanceof Request)) return undefined;
  const bytes = await request.arrayBuffer();
  if (!bytes.byteLength) return undefined;
  const { headers } = request;
  return headers.has("content-type") && isJson(headers) ? new TextDecoder().decode(bytes) : bytes;
}
