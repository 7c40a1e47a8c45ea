import { parseArgs } from "node:util";
import { once } from "node:events";
import {
  createCustomerClient,
  NotFoundError,
  type CustomerClientOptions,
} from "@plaid-partner/customer-client";
import { startSandbox } from "@plaid-partner/sandbox";
import { missingAnswers, newCustomer } from "./customers.ts";
import { exchange, failure, heading, note } from "./terminal.ts";

const { values: options } = parseArgs({ options: { keep: { type: "boolean", default: false } } });

/** Shows each request and response as the client's own hooks see them: secrets redacted. */
const show: NonNullable<CustomerClientOptions["hooks"]> = {
  onRequest({ method, url, headers, body }) {
    const names = ["plaid-client-id", "plaid-secret", "plaid-version"];
    const shown = names.map((name) => `${name}: ${headers[name]}`).join(", ");
    exchange("sent", `${method} ${url}\n     ${shown}`, body);
  },
  onResponse({ status, requestId, duration, body }) {
    exchange("received", `${status} in ${Math.round(duration)} ms, request id ${requestId}`, body);
  },
};

const sandbox = await startSandbox();
console.log(`\nThe sandbox listens at ${sandbox.url}`);
const client = createCustomerClient({
  baseUrl: sandbox.url,
  credentials: sandbox.credentials,
  hooks: show,
});

heading(1, "Create an end customer", "client.createCustomer(body)");
const created = (await client.createCustomer(newCustomer)).end_customer;
const id = created?.client_id ?? "";
note(`Status ${created?.status}, still due: ${created?.requirements_due?.join(", ")}`);

heading(2, "Answer the questionnaire, accept the bank addendum", "client.updateCustomer(body)");
const updated = (await client.updateCustomer(missingAnswers(id))).end_customer;
note(`Status ${updated?.status}, still due: ${updated?.requirements_due?.join(", ") ?? "nothing"}`);

heading(3, "Get it back", "client.getCustomer(body)");
const { end_customer } = await client.getCustomer({ end_customer_client_id: id });
note(`${end_customer?.company_name}: ${JSON.stringify(end_customer?.product_statuses)}`);

heading(4, "Enable it in production", "client.enableCustomer(body)");
const enabled = await client.enableCustomer({ end_customer_client_id: id });
note(`Status ${enabled.status}; its production secret is in the answer, and hidden here`);

heading(5, "Ask for one that does not exist", "client.getCustomer(body).result()");
const missing = { end_customer_client_id: "000000000000000000000000" };
const result = await client.getCustomer(missing).result();
if (result.ok || !(result.error instanceof NotFoundError)) {
  throw new Error("The sandbox should not know this end customer.");
}
failure(result.error.name, `(${result.error.body.error_code}) ${result.error.message}`);

if (options.keep) {
  console.log(`\nThe sandbox goes on at ${sandbox.url} until Ctrl-C. Call it with`);
  console.log(
    `  PLAID_CLIENT_ID=${sandbox.credentials.clientId} PLAID_SECRET=${sandbox.credentials.secret}`,
  );
  const stop = new AbortController();
  await Promise.race([
    once(process, "SIGINT", { signal: stop.signal }),
    once(process, "SIGTERM", { signal: stop.signal }),
  ]);
  stop.abort();
}
await sandbox.close();
if (!options.keep) {
  console.log("\nNext: edit spec/customer.yaml and run npm start again to see what changes,");
  console.log("or keep the sandbox running for your own calls with npm start -- --keep.");
}
