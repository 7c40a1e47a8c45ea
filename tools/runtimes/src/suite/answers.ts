import { empty, json, pieces } from "./answer.ts";
import type { Check } from "./check.ts";
import { BODY, CUSTOMER, found, NEW } from "./samples.ts";

/** Answers as servers may send them. */
export const answers: readonly Check[] = [
  {
    name: "text beyond ASCII, in both directions",
    answers: [json({ end_customer: { company_name: "Zoë 東 😀 \u2028" } })],
    run: async ({ client }) => {
      const { end_customer } = await client().createCustomer({
        ...NEW,
        company_name: 'Zoë 東 😀 \u2028 \u0000 "\\',
        application_name: "half a pair: \ud83d",
      });
      return end_customer?.company_name;
    },
    want: "Zoë 東 😀 \u2028",
  },
  {
    name: "large bodies, in both directions",
    answers: [pieces("application/json", '{"request_id":"', 65_536, 65_536, 1_000_000, '"}')],
    run: async ({ client }) => {
      const { request_id } = await client().updateCustomer({
        ...BODY,
        legal_entity_name: "ab".repeat(150_000),
      });
      return request_id?.length;
    },
    want: 1_131_072,
  },
  {
    name: "a compressed answer",
    answers: [{ ...json(CUSTOMER, 200, { "content-encoding": "gzip" }), gzip: true }],
    run: ({ client }) => client().getCustomer(BODY),
    want: CUSTOMER,
  },
  {
    name: "an answer after an early one",
    answers: [{ ...found, early: true }],
    run: async ({ client, outcome }) => outcome(() => client().getCustomer(BODY)),
    want: { gives: CUSTOMER },
    differences: [
      {
        on: ["workerd"],
        want: {
          fails: {
            is: "ClientError ApiError",
            name: "ApiError",
            code: "API_ERROR",
            operation: "getCustomer",
            status: 103,
          },
        },
        what: "An early answer (103) is taken for the answer: an `ApiError`.",
      },
    ],
  },
  {
    name: "an answer without a body",
    answers: [empty],
    run: async ({ suite }) => ({
      gives: (await suite().deleteBlob({ path: { name: "a" } })) === undefined,
    }),
    want: { gives: true },
  },
  {
    name: "members of an answer called __proto__ stay members",
    answers: [
      {
        headers: { "content-type": "application/json" },
        body: ['{"__proto__":{"polluted":true},"request_id":"r1"}'],
      },
    ],
    run: async ({ client }) => {
      const data = await client().getCustomer(BODY);
      return [data.request_id, Reflect.get({}, "polluted") === undefined];
    },
    want: ["r1", true],
  },
  {
    name: "an answer that begins with a byte order mark",
    answers: [pieces("application/json; charset=utf-8", [0xef, 0xbb, 0xbf], '{"request_id":"r1"}')],
    run: ({ client }) => client().getCustomer(BODY),
    want: { request_id: "r1" },
  },
  {
    name: "an answer whose text is no UTF-8",
    answers: [pieces("application/json", '{"request_id":"a', [0xff, 0xc3], '"}')],
    run: ({ client, outcome }) => outcome(() => client().getCustomer(BODY)),
    want: {
      fails: {
        is: "ClientError ParseError",
        name: "ParseError",
        code: "PARSE",
        operation: "getCustomer",
        status: 200,
      },
    },
  },
];
