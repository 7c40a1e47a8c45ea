import { pieces, typed } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { Check } from "./check.ts";
import { BODY, refused } from "./samples.ts";

/** A row: what is answered to `getCustomer`, and the error that it becomes. */
function row(name: string, answer: Answer, fails: object, body?: unknown): Check {
  return {
    name,
    answers: [answer],
    run: async ({ client, describe }) => {
      try {
        return { gives: await client({ retries: 0 }).getCustomer(BODY) };
      } catch (error) {
        return { fails: describe(error), body: Reflect.get(Object(error), "body") as unknown };
      }
    },
    want: {
      fails: { operation: "getCustomer", ...fails },
      ...(body !== undefined && { body }),
    },
  };
}

const body = (code: string) => ({
  error_type: "API_ERROR",
  error_code: code,
  error_message: "No.",
  request_id: "r2",
});

const api = (name: string, code: string, status: number, more: object = { requestId: "r2" }) => ({
  is: `ClientError ApiError${name === "ApiError" ? "" : ` ${name}`}`,
  name,
  code,
  status,
  ...more,
});
const parse = (status = 200) => ({
  is: "ClientError ParseError",
  name: "ParseError",
  code: "PARSE",
  status,
});

const network = {
  is: "ClientError NetworkError",
  name: "NetworkError",
  code: "NETWORK",
  operation: "getCustomer",
};

const HTML = "<html><body>Bad gateway</body></html>";

/** Answers that are errors, and answers that are not what the document promises. */
export const errors: readonly Check[] = [
  row(
    "400",
    refused(400, "INVALID_FIELD"),
    api("ApiError", "API_ERROR", 400),
    body("INVALID_FIELD"),
  ),
  row(
    "400 with a code that is about credentials",
    refused(400, "INVALID_API_KEYS"),
    api("AuthenticationError", "AUTHENTICATION", 400),
    body("INVALID_API_KEYS"),
  ),
  row(
    "401",
    typed("text/plain", "No.", 401),
    api("AuthenticationError", "AUTHENTICATION", 401, {}),
    "No.",
  ),
  row(
    "404",
    refused(404, "CUSTOMER_NOT_FOUND"),
    api("NotFoundError", "NOT_FOUND", 404),
    body("CUSTOMER_NOT_FOUND"),
  ),
  row(
    "429 with Retry-After",
    refused(429, "RATE_LIMIT", { "retry-after": "7" }),
    api("RateLimitError", "RATE_LIMIT", 429, { requestId: "r2", retryAfter: 7_000 }),
    body("RATE_LIMIT"),
  ),
  row("HTML with 502", typed("text/html", HTML, 502), api("ApiError", "API_ERROR", 502, {}), HTML),
  row("nothing with 500", { status: 500 }, api("ApiError", "API_ERROR", 500, {}), ""),
  {
    ...row("407", { status: 407 }, api("ApiError", "API_ERROR", 407, {}), ""),
    differences: [
      {
        on: ["node", "chromium"],
        want: { fails: network },
        what: "407 is a `NetworkError`, as the Fetch Standard has it. Elsewhere it is an `ApiError`.",
      },
    ],
  },
  row("304", { status: 304 }, api("ApiError", "API_ERROR", 304, {}), ""),
  {
    ...row(
      "a redirect",
      { status: 307, headers: { location: "/elsewhere" } },
      api("ApiError", "API_ERROR", 307, {}),
      "",
    ),
    differences: [
      {
        on: ["chromium"],
        want: { fails: network },
        what: "A redirect is a `NetworkError`: browsers hide its status. Elsewhere it is an `ApiError`. It is followed nowhere.",
      },
    ],
  },
  row("HTML with 200", typed("text/html", HTML), parse()),
  row("JSON that is cut off", typed("application/json", '{"end_customer": {'), parse()),
  row("JSON of another shape", typed("application/json", "[]"), parse()),
  row("an empty answer where JSON is promised", pieces("application/json"), parse()),
  row("204 where JSON is promised", { status: 204 }, parse(204)),
  row(
    "compressed data that are none",
    typed("application/json", "not compressed", 200, { "content-encoding": "gzip" }),
    { is: "ClientError NetworkError", name: "NetworkError", code: "NETWORK" },
  ),
  {
    name: "isClientError, and what it is not",
    answers: [refused(400, "INVALID_FIELD")],
    run: async ({ api: { isClientError }, client }) => {
      const result = await client().getCustomer(BODY).result();
      return [!result.ok && isClientError(result.error), isClientError(new Error("other"))];
    },
    want: [true, false],
  },
  {
    name: "no environment",
    answers: [],
    run: async ({ api: { createCustomerClient }, outcome }) =>
      outcome(async () => createCustomerClient({ dangerouslyAllowBrowser: true })),
    want: {
      fails: {
        is: "ClientError ConfigurationError",
        name: "ConfigurationError",
        code: "CONFIGURATION",
      },
    },
  },
  {
    name: "a header with a line break",
    answers: [],
    run: ({ client, outcome }) =>
      outcome(() => client().getCustomer(BODY, { headers: { "x-a": "b\r\nx-c: d" } })),
    want: {
      fails: {
        is: "ClientError ConfigurationError",
        name: "ConfigurationError",
        code: "CONFIGURATION",
        operation: "getCustomer",
      },
    },
  },
];
