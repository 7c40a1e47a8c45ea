import { createCustomerClient, type CreateCustomerRequest } from "@plaid-partner/customer-client";
import { startSandbox } from "@plaid-partner/sandbox";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkSnippets } from "../src/check-snippets.ts";
import { createProject, type Outcome, type Project } from "../src/project.ts";
import { readSnippets } from "../src/read-snippets.ts";

const FILE = "docs/migrating-from-plaid-node.md";
const text = readFileSync(new URL(`../../../${FILE}`, import.meta.url), "utf8");
const snippets = new Map(readSnippets(FILE, text).map((each) => [each.name, each.code]));
const names = [...snippets.keys()].filter((name) => name !== undefined);

/**
 * Sends what goes to Plaid's sandbox to ours, and makes the clients that the guide takes for granted. The guide's end
 * customer is called as ours is, which gave it an ID of its own.
 */
const preload = `import { createCustomerClient } from "@plaid-partner/customer-client";
import axios from "axios";
import { createRequire } from "node:module";
import { Configuration, PlaidApi, PlaidEnvironments } from "plaid";

const { LOCAL_SANDBOX, LOCAL_CUSTOMER, PLAID_CLIENT_ID, PLAID_SECRET } = process.env;
const ours = (body) => body?.replace("634758733ebb4f00134b85ea", LOCAL_CUSTOMER);

const { fetch } = globalThis;
globalThis.fetch = (url, init) => {
  const local = url.replace("https://sandbox.plaid.com", LOCAL_SANDBOX);
  if (!local.startsWith("http://127.0.0.1:")) throw new Error("called " + url);
  return fetch(local, { ...init, body: ours(init.body) });
};

PlaidEnvironments.sandbox = LOCAL_SANDBOX;
const withOurs = (instance) => {
  instance.interceptors.request.use((config) => ({ ...config, data: ours(config.data) }));
  return instance;
};
withOurs(createRequire(import.meta.resolve("plaid"))("axios"));
const { create } = axios;
axios.create = (...options) => withOurs(create(...options));

const headers = { "PLAID-CLIENT-ID": PLAID_CLIENT_ID, "PLAID-SECRET": PLAID_SECRET };
globalThis.plaid = new PlaidApi(
  new Configuration({ basePath: LOCAL_SANDBOX, baseOptions: { headers } }),
);
globalThis.client = createCustomerClient({ environment: "sandbox" });
`;

/** An end customer for which nothing is due. */
const ready: CreateCustomerRequest = {
  company_name: "Cedar Street Lending",
  legal_entity_name: "Cedar Street Lending, Inc.",
  website: "https://cedarstreet.example",
  application_name: "Cedar Street",
  is_diligence_attested: true,
  products: ["auth"],
  address: {
    street: "48 Cedar Street",
    city: "Portland",
    region: "OR",
    postal_code: "97205",
    country_code: "US",
  },
  technical_contact: { given_name: "Noor", family_name: "Haddad", email: "noor@cedar.example" },
  billing_contact: { given_name: "Tomas", family_name: "Lindqvist", email: "tom@cedar.example" },
  customer_support_info: { email: "help@cedarstreet.example" },
  bank_addendum_acceptance: {
    customer_accepted: true,
    customer_agreement_timestamp: "2026-01-15T16:20:00Z",
    customer_ip_address: "203.0.113.24",
  },
};

let project: Project;
beforeAll(async () => {
  project = await createProject();
  await project.write({ "preload.mjs": preload });
});
afterAll(() => project?.remove());

/** Runs a snippet against a sandbox of its own. Request IDs, new for each request, are told as such. */
async function run(name: string): Promise<Outcome> {
  const sandbox = await startSandbox();
  try {
    const { url, credentials } = sandbox;
    const client = createCustomerClient({ baseUrl: url, credentials });
    const { end_customer } = await client.createCustomer(ready);
    await project.write({ [`${name}.mts`]: snippets.get(name)! });
    const outcome = await project.run(["--import", "./preload.mjs", `${name}.mts`], {
      PLAID_CLIENT_ID: credentials.clientId,
      PLAID_SECRET: credentials.secret,
      LOCAL_SANDBOX: url,
      LOCAL_CUSTOMER: end_customer?.client_id ?? "",
    });
    return { ...outcome, stdout: outcome.stdout.replaceAll(/\b[A-Za-z\d]{15}\b/g, "REQUEST_ID") };
  } finally {
    await sandbox.close();
  }
}

/** What each pair prints. */
const printed: Readonly<Record<string, string>> = {
  client: "PENDING_ENABLEMENT\n",
  update: "undefined\n",
  create: "MORE_INFORMATION_NEEDED { auth: 'MORE_INFORMATION_NEEDED' }\n",
  enable: "ACTIVE string\n",
  errors: expect.stringMatching(/^There is no such end customer: .+\n$/),
  wrapper: "404 CUSTOMER_NOT_FOUND\n",
  options: "200 get\n",
  "request-id": "REQUEST_ID\n",
};

test("there is a pair for each", () => {
  const pairs = Object.keys(printed).flatMap((name) => [`${name}-after`, `${name}-before`]);
  expect(names.sort()).toEqual([...pairs, "fetch-after"].sort());
});

describe.each(Object.entries(printed))("%s", (name, expected) => {
  test.each(["before", "after"])("%s", async (side) => {
    expect(await run(`${name}-${side}`)).toEqual({ status: 0, stdout: expected, stderr: "" });
  });
});

test("an answer that the sandbox never gives comes from a fetch", async () => {
  expect(await run("fetch-after")).toEqual({ status: 0, stdout: "2000\n", stderr: "" });
});

test("the types in the guide's table exist", async () => {
  const [, table = ""] = /^## Types\n([\s\S]*?)^- /m.exec(text) ?? [];
  const rows = table.split("\n").filter((line) => line.includes("`"));
  expect(rows.length).toBeGreaterThan(15);
  const packages = ["plaid", "@plaid-partner/customer-client"];
  const columns = packages.map((from, column) => {
    const cells = rows.slice(1).map((row) => row.split(" | ")[column]!);
    const types = [...cells.join().matchAll(/`([A-Z]\w+)`/g)].map(([, name]) => name);
    return { code: `import type { ${types.join(", ")} } from "${from}";\n`, from };
  });
  const imports = columns.map(({ code, from }) => ({ file: from, line: 1, code, given: "" }));
  expect(await checkSnippets(project, imports)).toEqual([]);
});
