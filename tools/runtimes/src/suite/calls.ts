import { json } from "./answer.ts";
import type { Check } from "./check.ts";
import { ownName } from "./own-name.ts";
import { BODY, CUSTOMER, found } from "./samples.ts";

const MANY = 6;

export const calls: readonly Check[] = [
  {
    name: "a method of the client",
    answers: [found],
    run: ({ client }) => client().updateCustomer(BODY),
    want: CUSTOMER,
  },
  {
    name: "a standalone operation",
    answers: [found],
    run: async ({ api, url }) =>
      api.getCustomer(
        api.createClient({
          baseUrl: url,
          credentials: { clientId: "a", secret: "long-enough" },
          dangerouslyAllowBrowser: true,
        }),
        BODY,
      ),
    want: CUSTOMER,
  },
  {
    name: "withResponse gives the answer and its request id",
    answers: [json(CUSTOMER, 201, { "x-a": "b" })],
    run: async ({ client }) => {
      const { data, response, requestId } = await client().getCustomer(BODY).withResponse();
      const { status, ok, headers } = response;
      return { data, status, ok, header: headers.get("X-A"), requestId };
    },
    want: { data: CUSTOMER, status: 201, ok: true, header: "b", requestId: "r1" },
  },
  {
    name: "result gives errors instead of throwing them",
    answers: [found, json({ error_code: "CUSTOMER_NOT_FOUND" }, 404)],
    run: async ({ client, describe }) => {
      const good = await client().getCustomer(BODY).result();
      const bad = await client().getCustomer(BODY).result();
      return [good, bad.ok || describe(bad.error)];
    },
    want: [
      { ok: true, data: CUSTOMER },
      {
        is: "ClientError ApiError NotFoundError",
        name: "NotFoundError",
        code: "NOT_FOUND",
        operation: "getCustomer",
        status: 404,
      },
    ],
  },
  {
    name: "the raw client",
    answers: [found],
    run: async ({ client }) => {
      const { data, response } = await client().raw.POST("/beta/partner/customer/v1/get", {
        body: BODY,
      });
      return { data, status: response.status };
    },
    want: { data: CUSTOMER, status: 200 },
  },
  {
    name: "middleware sees requests and answers",
    answers: [found],
    run: async ({ client }) => {
      const plaid = client();
      const seen: unknown[] = [];
      plaid.raw.use({
        async onRequest({ request }) {
          seen.push([request instanceof Request, request.method, await request.clone().json()]);
          request.headers.set("x-middleware", "1");
          return request;
        },
        async onResponse({ response }) {
          seen.push([response.status, await response.clone().json()]);
        },
      });
      return [await plaid.getCustomer(BODY), ...seen];
    },
    want: [CUSTOMER, [true, "POST", BODY], [200, CUSTOMER]],
  },
  {
    name: "headers of the client and of the call",
    answers: [found],
    run: ({ client }) =>
      client({ headers: { "x-a": "client", "x-b": "client", "Plaid-Version": null } }).getCustomer(
        BODY,
        { headers: { "X-B": "call", "x-c": "two, values" } },
      ),
    want: CUSTOMER,
  },
  {
    name: "the User-Agent names client and runtime",
    answers: [found],
    run: async ({ client }) => {
      let agent: string | null = null;
      await client({
        fetch: (url, init) => {
          agent = new Headers(init.headers).get("user-agent");
          return fetch(url, init);
        },
      }).getCustomer(BODY);
      return /^plaid-partner-customer-client\/\d\S+ plaid-partner-runtime\/\d\S+$/.test(`${agent}`);
    },
    want: true,
    differences: [{ ...ownName, want: false }],
  },
  {
    name: "a header beyond ASCII",
    answers: [found],
    run: ({ client }) => client().getCustomer(BODY, { headers: { "x-a": "caf\u00e9" } }),
    want: CUSTOMER,
    differences: [
      {
        on: ["workerd"],
        ignores: ["header x-a"],
        what: "Headers beyond ASCII go out in UTF-8, elsewhere in Latin-1.",
      },
    ],
  },
  {
    name: "a fetch of the caller",
    answers: [found],
    run: ({ client }) =>
      client({
        fetch: (url, init) => {
          const headers = new Headers(init.headers);
          headers.set("x-own-fetch", String(init.method));
          return fetch(url, { ...init, headers });
        },
      }).getCustomer(BODY),
    want: CUSTOMER,
  },
  {
    name: "hooks see each attempt",
    answers: [json({}, 503, { "retry-after": "0" }), found],
    run: async ({ client }) => {
      const seen: unknown[] = [];
      await client({
        hooks: {
          onRequest: ({ operation, method, attempt }) => seen.push([operation, method, attempt]),
          onResponse: ({ status, attempt, requestId }) =>
            seen.push([status, attempt, requestId ?? null]),
          onRetry: ({ reason, delay }) => seen.push([reason, delay]),
          onError: () => seen.push("error"),
        },
      }).getCustomer(BODY);
      return seen;
    },
    want: [
      ["getCustomer", "POST", 1],
      [503, 1, null],
      ["503", 0],
      ["getCustomer", "POST", 2],
      [200, 2, "r1"],
    ],
  },
  {
    name: "calls at the same time",
    answers: Array.from({ length: MANY }, () => found),
    unordered: true,
    run: async ({ client }) => {
      const plaid = client();
      const ids = Array.from({ length: MANY }, (_, index) => `id-${index}`);
      const all = await Promise.all(
        ids.map((id) => plaid.getCustomer({ end_customer_client_id: id })),
      );
      return all.length;
    },
    want: MANY,
  },
];
