import { json } from "./answer.ts";
import type { Check } from "./check.ts";
import { printed } from "./printed.ts";
import { BODY, NEW } from "./samples.ts";
import type { Tools } from "./tools.ts";

const CANARY = "canary-secret-93c1";
const credentials = { clientId: "client-id-1", secret: CANARY };

/** Calls with a canary for a secret, and tells where it is to be seen: nowhere. */
async function leaks(
  { client }: Tools,
  call: (plaid: ReturnType<Tools["client"]>) => PromiseLike<unknown>,
  more: Parameters<Tools["client"]>[0] = {},
): Promise<unknown> {
  const lines: string[] = [];
  const views: unknown[] = [];
  const log =
    (level: string) =>
    (...values: unknown[]) => {
      lines.push(level, ...values.map(printed));
    };
  const plaid = client({
    credentials,
    maxRetryDelay: 1,
    logger: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
    hooks: {
      onRequest: (view) => views.push(view),
      onResponse: (view) => views.push(view),
      onRetry: (view) => views.push(view),
      onError: (view) => views.push(view),
    },
    ...more,
  });
  const error: unknown = await call(plaid).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const shown = {
    error: printed(error),
    log: lines.join("\n"),
    hooks: views.map(printed).join("\n"),
  };
  return {
    name: error instanceof Error ? error.name : null,
    seen: views.length > 0,
    leaks: Object.entries(shown).flatMap(([place, text]) => (text.includes(CANARY) ? [place] : [])),
  };
}

export const redaction: readonly Check[] = [
  {
    name: "a secret that the server sends back",
    answers: [
      json(
        { error_code: CANARY, error_message: `no such secret: ${CANARY}`, request_id: CANARY },
        400,
        {
          "x-echo": CANARY,
        },
      ),
    ],
    run: (tools) => leaks(tools, (plaid) => plaid.getCustomer(BODY)),
    want: { name: "ApiError", seen: true, leaks: [] },
  },
  {
    name: "a secret that is sent in the body",
    answers: [json({ error_code: "INVALID_FIELD" }, 400)],
    run: (tools) =>
      leaks(tools, (plaid) => plaid.createCustomer(NEW), { credentialPlacement: "body" }),
    want: { name: "ApiError", seen: true, leaks: [] },
  },
  {
    name: "a secret in what a fetch fails with",
    answers: [],
    run: (tools) =>
      leaks(tools, (plaid) => plaid.getCustomer(BODY), {
        fetch: (url, init) =>
          Promise.reject(
            new TypeError(
              `can't send ${JSON.stringify([...new Headers(init.headers)])} to ${url}`,
              {
                cause: new Error(`secret: ${CANARY}`),
              },
            ),
          ),
      }),
    want: { name: "NetworkError", seen: true, leaks: [] },
  },
  {
    name: "a secret in an answer that is no JSON",
    answers: [
      { headers: { "content-type": "application/json" }, body: [`{"secret": "${CANARY}", `] },
    ],
    run: (tools) => leaks(tools, (plaid) => plaid.getCustomer(BODY)),
    want: { name: "ParseError", seen: true, leaks: [] },
  },
  {
    name: "a secret while nobody listens",
    answers: [],
    run: (tools) =>
      leaks(tools, (plaid) => plaid.getCustomer(BODY), { baseUrl: tools.nobody, retries: 1 }),
    want: { name: "NetworkError", seen: true, leaks: [] },
  },
  {
    name: "new secrets in an answer, as hooks and logs see them",
    answers: [json({ end_customer: { secrets: { sandbox: CANARY, production: CANARY } } })],
    run: (tools) =>
      leaks(tools, (plaid) => plaid.createCustomer(NEW), {
        credentials: { clientId: "client-id-1", secret: "another-secret" },
      }),
    want: { name: null, seen: true, leaks: [] },
  },
  {
    name: "a client and a call that are printed",
    answers: [json({ request_id: "r1" })],
    run: async ({ client }) => {
      const plaid = client({ credentials });
      const call = plaid.getCustomer(BODY);
      const shown = printed(plaid) + printed(call);
      await call;
      return shown.includes(CANARY);
    },
    want: false,
  },
];
