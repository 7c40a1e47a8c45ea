import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientOf, sandbox } from "./support/clients.js";
import { createReadmeProject, readSnippets, type ReadmeProject } from "./support/readme-project.js";
import { newCustomer, whatIsDue } from "./support/requests.js";

const snippets = await readSnippets();
let project: ReadmeProject;

beforeAll(async () => {
  project = await createReadmeProject(snippets);
});
afterAll(() => project?.remove());

test("there are snippets to try", () => {
  expect(snippets.length).toBeGreaterThan(8);
  expect(snippets.join()).toContain("createCustomerClient");
});

test.each(snippets.map((snippet, index) => [index + 1, snippet] as const))(
  "snippet %i runs",
  async (number, snippet) => {
    const { url, credentials } = await sandbox();
    const ready = { ...newCustomer, ...whatIsDue, company_name: "Another company" };
    const { end_customer } = await clientOf(url).createCustomer(ready);
    await writeFile(join(project.folder, "plaid-secret.txt"), `${credentials.secret}\n`);

    const args = ["--import", "./preload.mjs", `snippet-${number}.mts`];
    const { status, output } = await project.run(process.execPath, args, {
      PLAID_CLIENT_ID: credentials.clientId,
      PLAID_SECRET: credentials.secret,
      LOCAL_SANDBOX: url,
      LOCAL_CUSTOMER: end_customer?.client_id ?? "",
    });

    expect({ status, output }).toMatchObject({ status: 0 });
    const calls = /await (client\.|getCustomer\()/.test(snippet);
    expect(output).toMatch(calls ? /called \/beta\/partner\/customer\/v1\// : /^$/);
    expect(output).toMatch(snippet.includes("404") ? /getCustomer: 404 CUSTOMER_NOT_FOUND/ : /^/);
  },
);
