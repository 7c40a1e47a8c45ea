import { prepareClient, writeClients } from "@plaid-partner/generator";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { measureTypes } from "../src/measure-types.ts";
import { packageFolder } from "../src/paths.ts";
import { syntheticDocument } from "../src/synthetic-document.ts";

// Compilers count instantiations alike on every machine: these are budgets, and no timings.
const VERSIONS = ["5.9", "7.0"] as const;

/** A folder whose files find what this package depends on. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), "bench-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
  symlinkSync(modules, join(folder, "node_modules"), "junction");
  return folder;
}

async function cost(version: (typeof VERSIONS)[number], folder: string, source: string) {
  const { instantiations, errors } = await measureTypes(version, folder, source);
  expect(errors).toEqual([]);
  return instantiations;
}

describe.each(VERSIONS)("what one call costs TypeScript %s", (version) => {
  test("through an operation of the committed client: next to nothing", async () => {
    const source = `import { createClient, getCustomer } from "@plaid-partner/customer-client";
const client = createClient({ environment: "sandbox" });
const { end_customer } = await getCustomer(client, { end_customer_client_id: "1" });
export const status: string | undefined = end_customer?.status;
`;
    expect(await cost(version, project(), source)).toBeLessThan(100);
  });

  test("through a method of the committed client: next to nothing", async () => {
    const source = `import { createCustomerClient } from "@plaid-partner/customer-client";
const client = createCustomerClient({ environment: "sandbox" });
const { end_customer } = await client.getCustomer({ end_customer_client_id: "1" });
export const status: string | undefined = end_customer?.status;
`;
    expect(await cost(version, project(), source)).toBeLessThan(100);
  });

  test("whose secrets might be wrapped, and where they are: not much more", async () => {
    const costOf = (options: string, type: string) =>
      cost(
        version,
        project(),
        `import { createCustomerClient, enableCustomer, type Secret } from "@plaid-partner/customer-client";
const client = createCustomerClient(${options});
const { production_secret } = await enableCustomer(client, { end_customer_client_id: "1" });
export const secret: ${type} | undefined = production_secret;
`,
      );
    expect(await costOf('{ environment: "sandbox" }', "string")).toBeLessThan(200);
    expect(await costOf("{ wrapSecrets: true }", "Secret")).toBeLessThan(500);
  });

  test("with the sources of the committed client: less than a thousand", async () => {
    const client = join(packageFolder("@plaid-partner/customer-client"), "src/generated/index.ts");
    const source = `import { createClient, getCustomer } from ${JSON.stringify(client.replace(/\.ts$/, ".js"))};
const client = createClient({ environment: "sandbox" });
export const answer = await getCustomer(client, { end_customer_client_id: "1" });
`;
    expect(await cost(version, project(), source)).toBeLessThan(1_000);
  });

  test("with the sources of 300 operations: two for each of the others", async () => {
    const costOf = async (operations: number) => {
      const folder = project();
      const spec = join(folder, "api.json");
      writeFileSync(spec, JSON.stringify(syntheticDocument(operations)));
      await writeClients([await prepareClient({ spec, out: join(folder, "client") })]);
      const source = `import { createClient, getResource0 } from "./client/index.js";
const client = createClient();
export const answer = await getResource0(client, { id: "1" });
`;
      return cost(version, folder, source);
    };
    const [few, many] = [await costOf(20), await costOf(300)];
    expect(many).toBeLessThan(1_000);
    expect((many - few) / 280).toBeLessThanOrEqual(2);
  });
});

test("raw takes a document of 400 operations", async () => {
  const folder = project();
  const spec = join(folder, "api.json");
  writeFileSync(spec, JSON.stringify(syntheticDocument(400)));
  await writeClients([await prepareClient({ spec, out: join(folder, "client") })]);
  const source = `import { createSyntheticClient } from "./client/index.js";
const { data } = await createSyntheticClient().raw.POST("/resource0/get", { body: { id: "1" } });
export const id: string | undefined = data?.request_id;
`;
  expect(await cost("7.0", folder, source)).toBeGreaterThan(0);
});
