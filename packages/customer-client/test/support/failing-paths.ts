import type { ServerResponse } from "node:http";
import type { CustomerClient, CustomerClientOptions } from "../../src/generated/index.js";
import { newCustomer, someone } from "./requests.js";
import { html, json, type Answer, type Seen } from "./serve.js";

/** A server that gives back all it was sent, as debug pages of gateways do. */
const echo = (response: ServerResponse, status: number, { headers, body }: Seen, as = json) =>
  as(response, status, { headers, body, again: quietlyParsed(body) });
const echoPage: typeof json = (response, status, body) => html(response, status, plain(body));

const plain = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Object.entries(value)
        .map(([name, each]) => `${name}: ${plain(each)}`)
        .join("\n")
    : String(value);

function quietlyParsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What fetch of another make could throw: the request in the message, and all of it beside. */
const chatty: CustomerClientOptions["fetch"] = (url, init) => {
  const sent = { url, headers: [...new Headers(init.headers)], body: init.body };
  const cause = Object.assign(new Error(`inner ${JSON.stringify(sent)}`), { config: init });
  return Promise.reject(Object.assign(new Error(plain(sent), { cause }), { request: sent, init }));
};

/** One way to fail. */
export interface FailingPath {
  readonly title: string;
  /** Absent: nobody listens. */
  readonly answer?: Answer;
  readonly options?: CustomerClientOptions;
  /** By default an update. */
  readonly call?: (plaid: CustomerClient) => PromiseLike<unknown>;
  readonly name: string;
}

const create = (plaid: CustomerClient) => plaid.createCustomer(newCustomer);
const reset: Answer = (response) => response.socket?.resetAndDestroy();

/** Every way to fail that a secret could come out of. */
export const failingPaths: readonly FailingPath[] = [
  { title: "reset", answer: reset, name: "NetworkError" },
  { title: "reset create", answer: reset, call: create, name: "OutcomeUnknownError" },
  { title: "stalled headers", answer: () => {}, options: { timeout: 100 }, name: "TimeoutError" },
  {
    title: "stalled body",
    answer: (response, { body }) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "99999" });
      response.write(body);
    },
    options: { timeout: 100 },
    name: "TimeoutError",
  },
  { title: "deadline", answer: () => {}, options: { deadline: 80 }, name: "TimeoutError" },
  {
    title: "HTML 502 that echoes",
    answer: (response, seen) => echo(response, 502, seen, echoPage),
    name: "ApiError",
  },
  {
    title: "400 that echoes",
    answer: (response, seen) => echo(response, 400, seen),
    name: "ApiError",
  },
  {
    title: "400 that echoes in what becomes code, request id and headers",
    answer: (response, { headers, body }) => {
      const secret = String(
        headers["plaid-secret"] ?? (JSON.parse(body) as { secret: string }).secret,
      );
      const texts = { error_code: secret, request_id: secret, error_message: `no ${secret}` };
      json(response, 400, texts, { "x-request-id": encodeURIComponent(secret) });
    },
    name: "ApiError",
  },
  {
    title: "401 that echoes in escapes",
    answer: (response, { headers, body }) => {
      const escaped = JSON.stringify({ headers, body })
        .split("")
        .map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join("");
      response.writeHead(401, { "content-type": "application/json" });
      response.end(`{"error_message":"${escaped}"}`);
    },
    name: "AuthenticationError",
  },
  {
    title: "404 that echoes",
    answer: (response, seen) => echo(response, 404, seen),
    name: "NotFoundError",
  },
  {
    title: "429 that echoes",
    answer: (response, seen) => echo(response, 429, seen),
    name: "RateLimitError",
  },
  {
    title: "invalid JSON that echoes",
    answer: (response, { headers, body }) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(`{${plain(headers)} ${body}`);
    },
    name: "ParseError",
  },
  {
    title: "a redirect to what was sent",
    answer: (response, { headers, body }) => {
      const location = `/?${encodeURIComponent(plain({ headers, body }))}`;
      response.writeHead(302, { location }).end();
    },
    name: "ApiError",
  },
  { title: "no server", name: "NetworkError" },
  {
    title: "a fetch that tells all in its errors",
    options: { fetch: chatty },
    name: "NetworkError",
  },
  {
    title: "abort before",
    call: (plaid) => plaid.updateCustomer(someone, { signal: AbortSignal.abort() }),
    name: "AbortedError",
  },
  {
    title: "abort during",
    answer: () => {},
    call: (plaid) => plaid.updateCustomer(someone, { signal: AbortSignal.timeout(50) }),
    name: "AbortedError",
  },
  {
    title: "raw reset",
    answer: reset,
    call: ({ raw }) => raw.POST("/beta/partner/customer/v1/get", { body: someone }),
    name: "OutcomeUnknownError",
  },
];
