import { concurrency } from "@plaid-partner/runtime";
import { json } from "./answer.ts";
import type { Check } from "./check.ts";
import { BODY, found } from "./samples.ts";

/** What stands around attempts. */
export const around: readonly Check[] = [
  {
    name: "headers of what stands around an attempt",
    answers: [json({}, 503, { "retry-after": "0" }), found],
    run: async ({ client }) => {
      const seen: unknown[] = [];
      await client({
        tracing: (attempt, next) => {
          attempt.headers["x-attempt"] = String(attempt.attempt);
          seen.push([attempt.operation, attempt.path]);
          return next();
        },
      }).getCustomer(BODY);
      return seen;
    },
    want: [
      ["getCustomer", "/beta/partner/customer/v1/get"],
      ["getCustomer", "/beta/partner/customer/v1/get"],
    ],
  },
  {
    name: "calls at the same time, one after the other with concurrency",
    answers: [found, found, found],
    unordered: true,
    run: async ({ client }) => {
      let running = 0;
      let most = 0;
      const plaid = client({
        concurrency: concurrency(1),
        fetch: async (url, init) => {
          most = Math.max(most, ++running);
          return fetch(url, init).finally(() => running--);
        },
      });
      await Promise.all(
        ["1", "2", "3"].map((id) => plaid.getCustomer({ end_customer_client_id: id })),
      );
      return most;
    },
    want: 1,
  },
];
