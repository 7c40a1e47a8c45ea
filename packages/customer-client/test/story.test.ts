import { expect, test, vi } from "vitest";
import {
  createClient,
  createCustomer,
  createCustomerClient,
  enableCustomer,
  getCustomer,
  updateCustomer,
  type CustomerClient,
  type CustomerCoreOptions,
  type CustomerOperations,
} from "../src/generated/index.js";
import { clientOf, placements, sandbox } from "./support/clients.js";
import { newCustomer, whatIsDue } from "./support/requests.js";

/** From a new end customer to an active one; each step sees what the one before did. */
async function tell(plaid: CustomerOperations) {
  const created = (await plaid.createCustomer(newCustomer)).end_customer;
  expect(created).toMatchObject({
    company_name: "Cedar Street Lending",
    status: "MORE_INFORMATION_NEEDED",
    product_statuses: {
      auth: "MORE_INFORMATION_NEEDED",
      cra_base_report: "MORE_INFORMATION_NEEDED",
    },
    requirements_due: ["bank_addendum_acceptance", "questionnaires.cra"],
  });
  expect(created?.secrets?.sandbox).toMatch(/^[0-9a-f]+$/);
  const someone = { end_customer_client_id: created?.client_id ?? "" };

  const addendum = { bank_addendum_acceptance: whatIsDue.bank_addendum_acceptance ?? {} };
  const half = (await plaid.updateCustomer({ ...someone, ...addendum })).end_customer;
  expect(half).toMatchObject({
    status: "MORE_INFORMATION_NEEDED",
    product_statuses: { auth: "PENDING_ENABLEMENT", cra_base_report: "MORE_INFORMATION_NEEDED" },
    requirements_due: ["questionnaires.cra"],
  });

  const updated = (await plaid.updateCustomer({ ...someone, ...whatIsDue })).end_customer;
  expect(updated).toMatchObject({
    status: "PENDING_ENABLEMENT",
    product_statuses: { auth: "PENDING_ENABLEMENT", cra_base_report: "PENDING_ENABLEMENT" },
  });
  expect(updated).not.toHaveProperty("requirements_due");
  expect((await plaid.getCustomer(someone)).end_customer).toEqual(updated);

  const enabled = await plaid.enableCustomer({ ...someone, products: ["auth"] });
  expect(enabled).toMatchObject({
    end_customer_client_id: created?.client_id,
    status: "ACTIVE",
    product_statuses: { auth: "ACTIVE", cra_base_report: "PENDING_ENABLEMENT" },
    production_secret: created?.secrets?.production,
  });

  await plaid.enableCustomer(someone);
  return (await plaid.getCustomer(someone)).end_customer;
}

const active = {
  status: "ACTIVE",
  product_statuses: { auth: "ACTIVE", cra_base_report: "ACTIVE" },
};

/** The same operations, each called by its own function. */
function standalone(options: CustomerCoreOptions): CustomerOperations {
  const core = createClient(options);
  return {
    createCustomer: (body, call) => createCustomer(core, body, call),
    updateCustomer: (body, call) => updateCustomer(core, body, call),
    getCustomer: (body, call) => getCustomer(core, body, call),
    enableCustomer: (body, call) => enableCustomer(core, body, call),
  };
}

test.each(placements)(
  "methods take an end customer from create to active, with credentials in the %s",
  async (credentialPlacement) => {
    const { url } = await sandbox();
    expect(await tell(clientOf(url, { credentialPlacement }))).toMatchObject(active);
  },
);

test("standalone functions do the same", async () => {
  const { url, credentials } = await sandbox();
  expect(await tell(standalone({ baseUrl: url, credentials }))).toMatchObject(active);
});

test("standalone functions take a client with methods too", async () => {
  const { url } = await sandbox();
  const plaid: CustomerClient = clientOf(url);
  const { end_customer } = await createCustomer(plaid, newCustomer);
  const same = await getCustomer(plaid, { end_customer_client_id: end_customer?.client_id ?? "" });
  expect(same.end_customer?.client_id).toBe(end_customer?.client_id);
});

test("credentials come from the environment variables of the document", async () => {
  const { url, credentials } = await sandbox();
  vi.stubEnv("PLAID_CLIENT_ID", credentials.clientId);
  vi.stubEnv("PLAID_SECRET", credentials.secret);
  try {
    const { end_customer } = await createCustomerClient({ baseUrl: url }).createCustomer(
      newCustomer,
    );
    expect(end_customer?.company_name).toBe("Cedar Street Lending");
  } finally {
    vi.unstubAllEnvs();
  }
});

test("credentials may be functions, asked for each call", async () => {
  const { url, credentials } = await sandbox();
  let asked = 0;
  const secret = async () => {
    asked += 1;
    return credentials.secret;
  };
  const plaid = clientOf(url, { credentials: { clientId: () => credentials.clientId, secret } });
  const { end_customer } = await plaid.createCustomer(newCustomer);
  await plaid.getCustomer({ end_customer_client_id: end_customer?.client_id ?? "" });
  expect(asked).toBe(2);
});

test("credentials of one call win over the client's", async () => {
  const { url, credentials } = await sandbox();
  const plaid = clientOf(url, { credentials: { clientId: "another", secret: "another-secret" } });
  const { end_customer } = await plaid.createCustomer(newCustomer, { credentials });
  expect(end_customer?.client_id).toMatch(/^[0-9a-f]{24}$/);
});

test("a prefix in baseUrl stays in front of the paths", async () => {
  const { url } = await sandbox();
  const called: string[] = [];
  const plaid = clientOf(`${url}/proxy/`, {
    fetch: (address, init) => {
      called.push(address);
      return fetch(address.replace("/proxy/", "/"), init);
    },
  });
  await plaid.createCustomer(newCustomer);
  expect(called).toEqual([`${url}/proxy/beta/partner/customer/v1/create`]);
});
