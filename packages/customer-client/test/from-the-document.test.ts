import { SANDBOX_CREDENTIALS } from "@plaid-partner/sandbox";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  createCustomer,
  createCustomerClient,
  OutcomeUnknownError,
  Secret,
} from "../src/generated/index.js";
import { clientOf, failure, sandbox } from "./support/clients.js";
import { newCustomer, someone } from "./support/requests.js";
import { json, serve } from "./support/serve.js";

const secrets = { sandbox: "fake-canary-sandbox-1", production: "fake-canary-production-2" };
const created = {
  end_customer: { client_id: "c1", company_name: "Cedar", secrets },
  request_id: "r1",
};

test("arrive wrapped where the client is made so, and print as nothing", async () => {
  const { url } = await serve((response) => json(response, 200, created));
  const options = { baseUrl: url, credentials: SANDBOX_CREDENTIALS, wrapSecrets: true } as const;
  const plaid = createCustomerClient(options);
  for (const answer of [
    await plaid.createCustomer(newCustomer),
    await createCustomer(plaid, newCustomer),
  ]) {
    const { end_customer, request_id } = answer;
    expect(end_customer?.secrets?.sandbox).toBeInstanceOf(Secret);
    expect(end_customer?.secrets?.sandbox?.reveal()).toBe(secrets.sandbox);
    expect(end_customer?.secrets?.production?.reveal()).toBe(secrets.production);
    expect([end_customer?.client_id, request_id]).toEqual(["c1", "r1"]);
    const printed = [JSON.stringify(answer), inspect(answer, { depth: 9, showHidden: true })];
    for (const text of printed) expect(text).not.toContain("canary");
    expect(inspect(structuredClone(answer), { depth: 9 })).not.toContain("canary");
    expect(String(end_customer?.secrets?.sandbox)).toBe("[redacted]");
  }
});

test("arrive as strings in any other client", async () => {
  const { url } = await serve((response) => json(response, 200, created));
  expect((await clientOf(url).createCustomer(newCustomer)).end_customer?.secrets).toEqual(secrets);
});

test("a secret that arrived goes on as the credential of another client", async () => {
  const running = await sandbox();
  const options = {
    baseUrl: running.url,
    credentials: SANDBOX_CREDENTIALS,
    wrapSecrets: true,
  } as const;
  const { end_customer } = await createCustomerClient(options).createCustomer(newCustomer);
  const { url, seen } = await serve((response) => json(response, 200, { request_id: "r2" }));
  const secret = end_customer?.secrets?.sandbox ?? "";
  await clientOf(url, { credentials: { clientId: "c1", secret } }).getCustomer(someone);
  expect(seen[0]?.headers["plaid-secret"]).toMatch(/^[0-9a-f]+$/);
});

test("servers are told which package calls", async () => {
  const { url, seen } = await serve((response) => json(response, 200, created));
  await clientOf(url).getCustomer(someone);
  expect(seen[0]?.headers["user-agent"]).toMatch(
    /^plaid-partner-customer-client\/\d+\.\d+\.\d+ plaid-partner-runtime\/\d+\.\d+\.\d+$/,
  );
});

test("where nobody knows whether a call took effect, the operation to look with is named", async () => {
  const { url } = await serve((response) => response.destroy());
  const error = await failure(clientOf(url).enableCustomer(someone));
  expect(error).toBeInstanceOf(OutcomeUnknownError);
  expect((error as Error).message).toContain("getCustomer");
});
