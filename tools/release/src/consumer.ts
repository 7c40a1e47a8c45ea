import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Registry } from "./registry/registry.ts";
import { npmSettings, plainEnvironment, succeed } from "./run.ts";

/** A package manager that consumers use, and how it installs and runs something. */
export interface Manager {
  readonly name: "npm" | "pnpm" | "yarn" | "bun";
  /** The npm package that brings it, where neither the machine nor the workspace has it. */
  readonly install?: string;
  readonly add: readonly string[];
  readonly start: readonly string[];
  /** Files of its own that a project needs to use a registry; others read `.npmrc`. */
  files?(url: string): Readonly<Record<string, string>>;
}

/** The package managers of the rehearsal. */
export const MANAGERS: readonly [Manager, ...Manager[]] = [
  {
    name: "npm",
    add: ["npm", "install", "--no-audit", "--no-fund"],
    start: ["node"],
  },
  {
    name: "pnpm",
    add: ["pnpm", "add"],
    start: ["node"],
    // What was published a moment ago is too young for it by default.
    files: () => ({ "pnpm-workspace.yaml": "minimumReleaseAge: 0\n" }),
  },
  {
    name: "yarn",
    install: "@yarnpkg/cli-dist@4.18.1",
    add: ["yarn", "add"],
    // By Plug'n'Play, its default: a package reaches what it depends on and nothing else.
    start: ["yarn", "node"],
    files: (url) => ({
      "yarn.lock": "",
      ".yarnrc.yml": [
        `npmRegistryServer: "${url}"`,
        'unsafeHttpWhitelist: ["127.0.0.1"]',
        "enableTelemetry: false",
        "enableGlobalCache: false",
        "npmMinimalAgeGate: 0",
        "",
      ].join("\n"),
    }),
  },
  { name: "bun", install: "bun@1.4.5", add: ["bun", "add"], start: ["bun", "run"] },
];

/** A project of somebody who installs from the registry. */
export interface Consumer {
  readonly folder: string;
  /** Installs packages: `@plaid-partner/customer-client@latest`. */
  add(...specs: string[]): Promise<void>;
  /** Makes real calls, and says what the server and the client made of them. */
  call(baseUrl: string): Promise<CallReport>;
}

/** What came of a consumer's calls. */
interface CallReport {
  /** The name that was sent, which no call before has sent. */
  readonly sent: string;
  /** The name as the server has it. */
  readonly read: string;
  /** What the client called itself in the `User-Agent` header. */
  readonly agent: string;
}

const CALL = `import { createCustomerClient, Product } from "@plaid-partner/customer-client";

let agent;
const plaid = createCustomerClient({
  baseUrl: process.argv[2],
  credentials: { clientId: process.env.SANDBOX_ID, secret: process.env.SANDBOX_SECRET },
  hooks: { onRequest: ({ headers }) => { agent = headers["user-agent"]; } },
});
const sent = process.argv[3];
const created = await plaid.createCustomer({
  company_name: sent,
  website: "https://cedar.example",
  application_name: "Cedar",
  address: { city: "Portland" },
  customer_support_info: {},
  products: [Product.auth],
});
const { end_customer } = await plaid.getCustomer({
  end_customer_client_id: created.end_customer.client_id,
});
console.log(JSON.stringify({ sent, read: end_customer.company_name, agent }));
`;

/** The credentials that a consumer calls with. */
export interface Credentials {
  readonly clientId: string;
  readonly secret: string;
}

/**
 * Makes an empty project.
 *
 * @param base A folder for it and a home, which is empty, too: what package managers remember of a registry would be wrong
 *   for the next one at that address.
 * @param tools The folder that a package manager is installed in which the machine need not have.
 */
export async function makeConsumer(
  base: string,
  manager: Manager,
  { url, npmrc }: Registry,
  { credentials, tools }: { readonly credentials: Credentials; readonly tools?: string },
): Promise<Consumer> {
  const folder = join(base, manager.name);
  const home = join(base, `${manager.name}-home`);
  const files = {
    "package.json": '{ "name": "consumer", "private": true, "type": "module" }\n',
    "call.mjs": CALL,
    ".npmrc": `registry=${url}\n`,
    ...manager.files?.(url),
  };
  await mkdir(folder, { recursive: true });
  await mkdir(home, { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);

  const env = plainEnvironment();
  if (tools !== undefined)
    env["PATH"] = [join(tools, "node_modules/.bin"), env["PATH"]].join(delimiter);
  Object.assign(env, {
    NPM_CONFIG_USERCONFIG: npmrc,
    ...homeIn(home),
    SANDBOX_ID: credentials.clientId,
    SANDBOX_SECRET: credentials.secret,
  });
  const perform = ([command = "", ...args]: readonly string[]) =>
    succeed(command, args, { cwd: folder, env });
  return {
    folder,
    add: async (...specs) => void (await perform([...manager.add, ...specs])),
    async call(baseUrl) {
      const output = await perform([
        ...manager.start,
        "call.mjs",
        baseUrl,
        `Cedar ${randomUUID()}`,
      ]);
      return JSON.parse(output) as CallReport;
    },
  };
}

/** What makes a folder the user's own: caches, stores and settings are in it. */
function homeIn(folder: string): Record<string, string> {
  const names = ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"];
  const folders = ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"];
  return {
    ...Object.fromEntries(names.map((name) => [name, folder])),
    ...Object.fromEntries(folders.map((name) => [name, join(folder, name)])),
  };
}

/** Without asking for more than the packages, and without waiting long for a registry that is not there. */
const QUIETLY = ["--no-audit", "--no-fund", "--save-exact", "--fetch-retries=1"];

/**
 * Installs the package managers that are not there, from the registry that npm is configured with.
 *
 * @throws Error With what npm said, when that registry does not have them or is out of reach.
 */
export async function installManagers(base: string): Promise<string> {
  const tools = join(base, "tools");
  await mkdir(tools, { recursive: true });
  await writeFile(join(tools, "package.json"), '{ "private": true }\n');
  const specs = MANAGERS.flatMap(({ install }) => install ?? []);
  const env = { ...plainEnvironment(), ...npmSettings() };
  await succeed("npm", ["install", ...QUIETLY, ...specs], { cwd: tools, env }).catch(
    (cause: unknown) => {
      const message = `${specs.join(" and ")} can't be installed from the registry that npm is configured with.`;
      throw new Error(`${message} "npm config get registry" says which.`, { cause });
    },
  );
  return tools;
}
