import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { TOOLS } from "../tools.ts";

/** The files that contenders are loaded from. */
export interface Files {
  /** Imports packages from the tools' folder. */
  readonly loader: string;
  /** The built client of the measured checkout. */
  readonly client: string;
  /** The client that hey-api makes of the same document. */
  readonly hey: string;
}

/**
 * Finds and makes what contenders are loaded from.
 *
 * @param checkout the root of the repository's checkout whose built packages are measured.
 * @param tools the folder that tools are installed in.
 * @throws {Error} where the checkout is not built.
 */
export async function prepareFiles(checkout: string, tools: string): Promise<Files> {
  const client = join(checkout, "packages/customer-client/dist/index.js");
  if (!existsSync(client)) throw new Error(`There is no ${client}: build that checkout first.`);
  const folder = join(tools, "customer");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const loader = join(folder, "load.mjs");
  writeFileSync(loader, "export const load = (name) => import(name);\n");
  return { loader, client, hey: await makeHeyClient(checkout, tools, folder) };
}

/** One file, since Node does not find the parts: hey-api imports them without file endings. */
async function makeHeyClient(checkout: string, tools: string, folder: string): Promise<string> {
  const out = join(folder, "hey-api");
  const tool = TOOLS.find(({ name }) => name === "@hey-api/openapi-ts");
  const { args = [] } = tool?.command(tools, join(checkout, "spec/customer.yaml"), out) ?? {};
  execFileSync(process.execPath, args, { stdio: "ignore", cwd: folder, timeout: 120_000 });
  const index = join(folder, "hey-api.ts");
  writeFileSync(
    index,
    'export * from "./hey-api/index.js";\nexport { client } from "./hey-api/client.gen.js";\n',
  );
  const build = await rolldown({ input: index, platform: "node", logLevel: "silent" });
  const file = join(folder, "hey-api.mjs");
  await build.write({ file, format: "esm" });
  await build.close();
  return file;
}
