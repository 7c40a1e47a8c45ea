import { empty, json } from "./answer.ts";
import type { Check } from "./check.ts";
import { BODY, CUSTOMER, found, NEW } from "./samples.ts";

const again = json({}, 503, { "retry-after": "0" });

const misconfigured = (operation?: string) => ({
  fails: {
    is: "ClientError ConfigurationError",
    name: "ConfigurationError",
    code: "CONFIGURATION",
    ...(operation !== undefined && { operation }),
  },
});

/** Where credentials go. They are in the bytes, which are compared. */
export const credentials: readonly Check[] = [
  {
    name: "in headers",
    answers: [found],
    run: ({ client }) => client().getCustomer(BODY),
    want: CUSTOMER,
  },
  {
    name: "in the body",
    answers: [found],
    run: ({ client }) => client({ credentialPlacement: "body" }).createCustomer(NEW),
    want: CUSTOMER,
  },
  {
    name: "from functions, which are asked for each attempt",
    answers: [again, again, found],
    run: ({ client }) => {
      let asked = 0;
      return client({
        credentials: {
          clientId: () => "client-id-1",
          secret: async () => Promise.resolve(`secret-number-${++asked}`),
        },
      }).getCustomer(BODY);
    },
    want: CUSTOMER,
  },
  {
    name: "from a function that calls at the same time share",
    answers: [found, found, found],
    unordered: true,
    run: async ({ client }) => {
      let asked = 0;
      const secret = async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return `secret-number-${++asked}`;
      };
      const plaid = client({ credentials: { clientId: "client-id-1", secret } });
      await Promise.all([1, 2].map(() => plaid.getCustomer(BODY)));
      await plaid.getCustomer(BODY);
      return asked;
    },
    want: 2,
  },
  {
    name: "of one call",
    answers: [found],
    run: ({ client }) =>
      client().getCustomer(BODY, { credentials: { secret: "secret-of-the-call" } }),
    want: CUSTOMER,
  },
  {
    name: "that are missing",
    answers: [],
    run: ({ client, outcome }) =>
      outcome(() => client({ credentials: { clientId: "a" } }).getCustomer(BODY)),
    want: misconfigured("getCustomer"),
  },
  {
    name: "from a function that fails",
    answers: [],
    run: ({ client, outcome }) =>
      outcome(() =>
        client({
          credentials: {
            clientId: "client-id-1",
            secret: () => Promise.reject(new Error("no vault")),
          },
        }).getCustomer(BODY),
      ),
    want: misconfigured("getCustomer"),
  },
  {
    name: "with a line break in them",
    answers: [],
    run: ({ client, outcome }) =>
      outcome(() =>
        client({ credentials: { clientId: "client-id-1", secret: "a\r\nx: y" } }).getCustomer(BODY),
      ),
    want: misconfigured("getCustomer"),
  },
  {
    name: "in a page, where nobody has allowed it",
    answers: [],
    run: async ({ client, outcome }) => {
      const seen = (await outcome(async () => {
        client({ dangerouslyAllowBrowser: false });
        return "a client";
      })) as { fails?: { name: string }; gives?: string };
      return seen.gives ?? seen.fails?.name;
    },
    want: "a client",
    differences: [
      {
        on: ["chromium"],
        want: "ConfigurationError",
        what: "A client with credentials is refused unless `dangerouslyAllowBrowser` is set.",
      },
    ],
  },
  {
    name: "a bearer token",
    answers: [empty],
    run: async ({ suite }) => {
      await suite({ credentials: { token: "token-of-the-suite" } }).readWithToken();
    },
    want: null,
  },
  {
    name: "name and password",
    answers: [empty],
    run: async ({ suite }) => {
      await suite({ credentials: { login: "zo\u00eb:pass:word" } }).readWithLogin();
    },
    want: null,
  },
  {
    name: "a key in the query",
    answers: [empty],
    run: async ({ suite }) => {
      await suite({ credentials: { key: "key&of=the suite" } }).readWithKey();
    },
    want: null,
  },
];
