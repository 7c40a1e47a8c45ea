import { json } from "./answer.ts";
import type { Check } from "./check.ts";
import { printed } from "./printed.ts";
import { BODY, CUSTOMER, found, NEW } from "./samples.ts";

const HIDDEN = "hidden-value-51d7";

/** What can be told of something that ought to be a secret, and not be shown. */
function look(value: unknown): unknown {
  const { reveal } = Object(value) as { reveal?: () => string };
  return { reveals: reveal?.call(value), shown: printed([value]).includes(HIDDEN) };
}

/** Values that are not shown. That they are sent is in the bytes, which are compared. */
export const secrets: readonly Check[] = [
  {
    name: "as credentials, also of functions",
    answers: [found],
    run: ({ api, client }) => {
      const clientId = new api.Secret("client-id-1");
      return client({
        credentials: { clientId, secret: async () => new api.Secret(HIDDEN) },
      }).getCustomer(BODY);
    },
    want: CUSTOMER,
  },
  {
    name: "in a body",
    answers: [found],
    run: ({ api, client }) => {
      const website = new api.Secret(`https://${HIDDEN}.example`) as unknown as string;
      return client().createCustomer({ ...NEW, website });
    },
    want: CUSTOMER,
  },
  {
    name: "when they are printed",
    answers: [],
    run: async ({ api }) => {
      const secret = new api.Secret(HIDDEN);
      // oxlint-disable-next-line typescript/restrict-template-expressions -- that is what is looked at
      return [look(secret), `${secret}`, JSON.stringify({ secret })];
    },
    want: [{ reveals: HIDDEN, shown: false }, "[redacted]", '{"secret":"[redacted]"}'],
  },
  {
    name: "of an answer, with wrapSecrets",
    answers: [
      json({ end_customer: { client_id: "a", secrets: { sandbox: HIDDEN } }, request_id: "r1" }),
    ],
    run: async ({ client }) => {
      const { end_customer, request_id } = await client({ wrapSecrets: true }).createCustomer(NEW);
      return [look(end_customer?.secrets?.sandbox), end_customer?.client_id, request_id];
    },
    want: [{ reveals: HIDDEN, shown: false }, "a", "r1"],
  },
];
