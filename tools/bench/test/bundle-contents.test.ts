import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { bundleOf, esbuildOf } from "../src/bundle-size.ts";

// What callers do not use must cost them no bytes. The sizes themselves are budgets of size-limit, beside the packages.

const ONE_OPERATION = `import { createClient, updateCustomer } from "@plaid-partner/customer-client";
export const go = () => updateCustomer(createClient({ environment: "sandbox" }), { end_customer_client_id: "x" });
`;
const WHOLE_CLIENT = `import { createCustomerClient } from "@plaid-partner/customer-client";
export const go = () => createCustomerClient({ environment: "sandbox" });
`;
/** What openapi-fetch says where it calls middleware: that is what makes its core large. */
const CORE_FETCH = "must return new Request";

/** A folder whose files find what this package depends on. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), "bench-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
  symlinkSync(modules, join(folder, "node_modules"), "junction");
  return folder;
}

/** Words of messages that only what is optional has. */
const OPTIONAL = {
  "limits of load": "because option concurrency lets",
  streams: "a stream can be read once",
  traces: "http.request.resend_count",
  "parameters in styles": "has dots alone in it",
};

/** What of the optional is in a bundle. */
async function optionalParts(source: string): Promise<string[]> {
  const { code } = await bundleOf(project(), source);
  return Object.entries(OPTIONAL).flatMap(([name, words]) => (code.includes(words) ? [name] : []));
}

test.each([
  ["one operation", ONE_OPERATION],
  ["the whole client", WHOLE_CLIENT],
])("%s brings nothing that is optional", async (_, source) => {
  expect(await optionalParts(source)).toEqual([]);
});

test("what is optional is brought to those who import it", async () => {
  const source = `export { concurrency, rateLimit } from "@plaid-partner/runtime";
export { openTelemetry } from "@plaid-partner/runtime/opentelemetry";
export { byteStream, plainPath } from "@plaid-partner/runtime/client";
`;
  expect(await optionalParts(source)).toEqual(Object.keys(OPTIONAL));
});

test.each([
  ["the whole client, for raw, has", WHOLE_CLIENT, true],
  ["one operation goes without", ONE_OPERATION, false],
])("%s the core of openapi-fetch", async (_, source, has) => {
  const { code } = await bundleOf(project(), source);
  expect(code.includes(CORE_FETCH)).toBe(has);
});

test.each([
  ["the whole client has", WHOLE_CLIENT, true],
  ["one operation goes without", ONE_OPERATION, false],
])("%s what only features know of the API", async (_, source, has) => {
  const { code } = await bundleOf(project(), source);
  expect(code.includes("production_secret")).toBe(has);
});

test("one operation has at most 5,000 bytes by esbuild, too", async () => {
  const code = await esbuildOf(project(), ONE_OPERATION, "browser");
  expect(brotliCompressSync(code).length).toBeLessThanOrEqual(5_000);
});
