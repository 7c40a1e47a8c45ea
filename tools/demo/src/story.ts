import {
  createCustomerClient,
  NotFoundError,
  type CustomerClientOptions,
} from "@plaid-partner/customer-client";
import type { Sandbox } from "@plaid-partner/sandbox";
import { missingAnswers, newCustomer } from "./customers.ts";
import { exchange, failure, note } from "./terminal.ts";

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

/** An end customer's way to production, and one call that fails. `begin` announces each step. */
export async function tellStory(
  { url: baseUrl, credentials }: Sandbox,
  begin: (title: string, call: string) => void,
): Promise<void> {
  const client = createCustomerClient({ baseUrl, credentials, hooks: show });

  begin("Create an end customer", "client.createCustomer(body)");
  const created = (await client.createCustomer(newCustomer)).end_customer;
  const id = created?.client_id ?? "";
  note(`Status ${created?.status}, still due: ${created?.requirements_due?.join(", ")}`);

  begin("Answer the questionnaire, accept the bank addendum", "client.updateCustomer(body)");
  const updated = (await client.updateCustomer(missingAnswers(id))).end_customer;
  const due = updated?.requirements_due?.join(", ") ?? "nothing";
  note(`Status ${updated?.status}, still due: ${due}`);

  begin("Get it back", "client.getCustomer(body)");
  const { end_customer } = await client.getCustomer({ end_customer_client_id: id });
  note(`${end_customer?.company_name}: ${JSON.stringify(end_customer?.product_statuses)}`);

  begin("Enable it in production", "client.enableCustomer(body)");
  const enabled = await client.enableCustomer({ end_customer_client_id: id });
  note(`Status ${enabled.status}; its production secret is in the answer, and hidden here`);

  begin("Ask for one that does not exist", "client.getCustomer(body).result()");
  const missing = { end_customer_client_id: "000000000000000000000000" };
  const result = await client.getCustomer(missing).result();
  if (result.ok) throw new Error("the sandbox should not know this end customer");
  if (!(result.error instanceof NotFoundError)) throw result.error;
  failure(result.error.name, `(${result.error.body.error_code}) ${result.error.message}`);
}
