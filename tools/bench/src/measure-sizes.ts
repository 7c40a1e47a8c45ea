import { dirname } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { bundleOf, esbuildOf } from "./bundle-size.ts";
import type { Files } from "./calls/prepare-files.ts";

/** A minified bundle's bytes, by the bundler that made it. */
interface Size {
  readonly minified: number;
  readonly gzipped: number;
  readonly brotli: number;
}

type Bundler = "esbuild" | "esbuild, for Node" | "rolldown";

/** By what was bundled, and by what bundled it: for browsers, where it does not say otherwise. */
export type Sizes = Readonly<Record<string, Readonly<Record<Bundler, Size>>>>;

export const SIZE_OURS = "clientgen, getCustomer(client)";

/** Bundles one call of the customer client, and of what it is compared with. */
export async function measureSizes(files: Files, tell: (line: string) => void): Promise<Sizes> {
  const folder = dirname(files.loader);
  const sizes: Record<string, Sizes[string]> = {};
  for (const [name, source] of Object.entries(sourcesOf(files))) {
    const size = {
      esbuild: sizeOf(await esbuildOf(folder, source, "browser")),
      "esbuild, for Node": sizeOf(await esbuildOf(folder, source, "node")),
      rolldown: sizeOf((await bundleOf(folder, source)).code),
    };
    sizes[name] = size;
    tell(`  ${name}: ${size.esbuild.brotli} bytes`);
  }
  return sizes;
}

function sourcesOf({ client }: Files): Record<string, string> {
  const body = '{ end_customer_client_id: "x" }';
  const ours = JSON.stringify(client);
  return {
    [SIZE_OURS]: `import { createClient, getCustomer } from ${ours};
export const answer = () => getCustomer(createClient({ environment: "sandbox" }), ${body});
`,
    "clientgen, the whole client": `import { createCustomerClient } from ${ours};
export const answer = () => createCustomerClient({ environment: "sandbox" }).getCustomer(${body});
`,
    "openapi-fetch": `import createClient from "openapi-fetch";
const baseUrl = "https://sandbox.plaid.com";
export const answer = () => createClient({ baseUrl }).POST("/beta/partner/customer/v1/get", { body: ${body} });
`,
    "@hey-api/openapi-ts, one operation": `import { getCustomer } from "./hey-api/index.js";
export const answer = () => getCustomer({ body: ${body} });
`,
    "plaid, the official package": `import { Configuration, PlaidApi, PlaidEnvironments } from "plaid";
const client = new PlaidApi(new Configuration({ basePath: PlaidEnvironments.sandbox }));
export const answer = () => client.partnerCustomerGet(${body});
`,
  };
}

function sizeOf(code: string): Size {
  return {
    minified: Buffer.byteLength(code),
    gzipped: gzipSync(code).length,
    brotli: brotliCompressSync(code).length,
  };
}
