import { startSandbox, type Sandbox } from "@plaid-partner/sandbox";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodesOfThisMachine } from "./support/nodes.js";
import { run } from "./support/run.js";
import { installElsewhere, type Stranger } from "./support/stranger.js";

const nodes = nodesOfThisMachine();
let stranger: Stranger;
let sandbox: Sandbox;

beforeAll(async () => {
  [stranger, sandbox] = await Promise.all([
    installElsewhere(["packages/runtime", "packages/customer-client", "packages/sandbox"]),
    startSandbox(),
  ]);
  await stranger.write({ ...scripts, ...projects });
});
afterAll(() => Promise.all([stranger?.remove(), sandbox?.close()]));

/** Creates, updates and reads an end customer, and meets an error; prints what came of it. */
const story = `
const plaid = createCustomerClient({ baseUrl: process.env.SANDBOX_URL });
(async () => {
  const created = await plaid.createCustomer({
    company_name: process.argv[2],
    website: "https://cedar.example",
    application_name: "Cedar",
    address: { city: "Portland" },
    customer_support_info: {},
    products: [Product.auth],
  });
  const someone = { end_customer_client_id: created.end_customer.client_id };
  await updateCustomer(plaid, { ...someone, legal_entity_name: "Cedar, Inc." });
  const { data, requestId } = await plaid.getCustomer(someone).withResponse();
  const { error } = await plaid.getCustomer({ end_customer_client_id: "nobody" }).result();
  console.log(JSON.stringify({
    company: data.end_customer.company_name,
    due: data.end_customer.requirements_due.includes("legal_entity_name"),
    requestId: typeof requestId,
    error: [error.name, error.body.error_code, error instanceof ApiError],
  }));
})();
`;
const names = "{ ApiError, createCustomerClient, Product, updateCustomer }";
const scripts = {
  "import.mjs": `import ${names} from "@plaid-partner/customer-client";${story}`,
  "require.cjs": `const ${names} = require("@plaid-partner/customer-client");${story}`,
};

/** What compiles in a stranger's project, and a typo that does not. */
const usage = `
import { ApiError, createCustomerClient, Product, type UpdateCustomerRequest } from "@plaid-partner/customer-client";
import { isClientError } from "@plaid-partner/runtime";

export async function update(body: UpdateCustomerRequest): Promise<string> {
  const plaid = createCustomerClient({ environment: "sandbox", timeout: 5_000 });
  try {
    const { end_customer } = await plaid.updateCustomer(body);
    await plaid.enableCustomer({ ...body, products: [Product.auth] });
    const { data } = await plaid.raw.POST("/beta/partner/customer/v1/get", { body });
    return end_customer?.client_id ?? data?.end_customer?.client_id ?? "";
  } catch (error) {
    if (error instanceof ApiError) return error.body.error_message;
    if (isClientError(error)) return error.code satisfies string;
    throw error;
  }
}

const plaid = createCustomerClient({ environment: "sandbox" });
// @ts-expect-error legal_entity_name is misspelt
void plaid.updateCustomer({ end_customer_client_id: "c1", legal_entitiy_name: "Cedar" });
// @ts-expect-error HIRING is no purpose
void plaid.updateCustomer({ end_customer_client_id: "c1", questionnaires: { cra: { purposes: { HIRING: {} } } } });
`;
/** Starting a sandbox from TypeScript; its types need none of Node's. */
const start = `
import { startSandbox } from "@plaid-partner/sandbox";
export const url: Promise<string> = startSandbox({ port: 0 }).then((sandbox) => sandbox.url);
`;
const shared = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
};
const tsconfig = (options: object, files: readonly string[]) =>
  JSON.stringify({ compilerOptions: { ...shared, ...options }, files });
const projects = {
  "nodenext/esm.mts": usage,
  "nodenext/cjs.cts": usage,
  "nodenext/start.mts": start,
  "nodenext/tsconfig.json": tsconfig({ module: "nodenext" }, ["esm.mts", "cjs.cts", "start.mts"]),
  "bundler/app.ts": usage,
  "bundler/start.ts": start,
  "bundler/tsconfig.json": tsconfig({ module: "esnext", moduleResolution: "bundler" }, [
    "app.ts",
    "start.ts",
  ]),
  "typo/app.mts": usage.replace(/^\/\/ @ts-expect-error.*\n/gm, ""),
  "typo/tsconfig.json": tsconfig({ module: "nodenext" }, ["app.mts"]),
};

test("what is installed is what was packed", async () => {
  const { dependencies } = JSON.parse(
    await readFile(join(stranger.folder, "package.json"), "utf8"),
  ) as { dependencies: Record<string, string> };
  expect(Object.keys(dependencies)).toContain("openapi-fetch");
  expect(Object.values(dependencies).every((each) => /^file:.*\.tgz$/.test(each))).toBe(true);
});

describe.each(nodes)("Node.js $version", ({ file, version }) => {
  test.each(Object.keys(scripts))("%s calls the sandbox", async (script) => {
    const { status, stdout, stderr } = await run(file, [script, `${script} ${version}`], {
      cwd: stranger.folder,
      env: {
        SANDBOX_URL: sandbox.url,
        PLAID_CLIENT_ID: sandbox.credentials.clientId,
        PLAID_SECRET: sandbox.credentials.secret,
      },
    });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      company: `${script} ${version}`,
      due: false,
      requestId: "string",
      error: ["NotFoundError", "CUSTOMER_NOT_FOUND", true],
    });
  });
});

test("Node.js 20 is among them", (context) => {
  const found = nodes.some(({ version }) => version.startsWith("v20."));
  if (!found) context.skip("There is no Node.js 20 on this machine, so it was not tried.");
  expect(found).toBe(true);
});

test("the sandbox's command is installed, and runs", async () => {
  const command = join(stranger.folder, "node_modules", ".bin", "plaid-partner-sandbox");
  const { status, stdout } = await run(command, ["--version"], { cwd: stranger.folder });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/\d+\.\d+\.\d+/) });
});

const resolve = createRequire(import.meta.url).resolve;
describe.each([
  ["5.9.3", "typescript-5.9/package.json"],
  ["7.0.2", "typescript/package.json"],
])("TypeScript %s", (version, manifest) => {
  const compiler = join(dirname(resolve(manifest)), "bin", "tsc");
  const compile = (...args: readonly string[]) =>
    run(process.execPath, [compiler, ...args], { cwd: stranger.folder });

  test("is the compiler", async () => {
    expect((await compile("--version")).stdout).toContain(version);
  });

  test.each(["nodenext", "bundler"])("compiles a project with module %s", async (project) => {
    const { status, stdout } = await compile("-p", project);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("refuses a typo and a wrong purpose", async () => {
    const { status, stdout } = await compile("-p", "typo", "--pretty", "false");
    expect(status).not.toBe(0);
    expect(stdout.match(/error TS\d+/g)).toHaveLength(2);
    expect(stdout).toContain("legal_entitiy_name");
    expect(stdout).toContain("HIRING");
  });
});
