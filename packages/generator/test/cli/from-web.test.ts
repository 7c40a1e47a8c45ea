import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { redirect, serveFiles } from "../support/serve-files.js";
import { configuration, PETS } from "../support/pets.js";
import { runClientgen } from "../support/run-clientgen.js";
import { readTree, temporaryFolder } from "../support/temporary-folder.js";

const timeout = 60_000;
const SPLIT = PETS.replace('"#/components/schemas/Store"', '"parts/store.yaml#/Store"');
const STORE = "Store: { type: object, properties: { city: { type: string } } }";

test("generates from a URL, with headers", { timeout }, async () => {
  const folder = await temporaryFolder();
  const { origin, asked } = await serveFiles({
    "/v1/api.yaml": SPLIT,
    "/v1/parts/store.yaml": STORE,
  });
  const args = ["generate", `${origin}/v1/api.yaml`, "--out", "out", "--header", "X-Key: canary"];
  const { code, stdout, stderr } = await runClientgen(folder, args);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).not.toContain("canary");
  expect(asked.map(({ headers }) => headers["x-key"])).toEqual(["canary", "canary"]);
  const files = await readTree(join(folder, "out"));
  expect(files["schemas.ts"]).toContain("city?: string");
  expect(files["index.ts"]).toContain("api.yaml");
  // What was sent along is a secret, and what is generated is committed.
  for (const content of Object.values(files)) expect(content).not.toMatch(/canary|x-key/i);
  expect(files["clientgen.manifest.json"]).toContain(`"document": "${origin}/v1/api.yaml"`);
  const again = await runClientgen(folder, [...args, "--check"]);
  expect([again.code, again.stderr]).toEqual([0, ""]);
});

test("writes no query into what is committed", { timeout }, async () => {
  const folder = await temporaryFolder();
  const part = PETS.replace("schemas/Store", "schemas/Pet/properties/name");
  const { origin } = await serveFiles({ "/api.yaml?token=secret": part });
  const args = ["generate", `${origin}/api.yaml?token=secret`, "--out", "out"];
  expect((await runClientgen(folder, args)).code).toBe(0);
  const files = await readTree(join(folder, "out"));
  expect(files["clientgen.manifest.json"]).toContain("./api.yaml");
  for (const content of Object.values(files)) expect(content).not.toContain("secret");
  expect((await runClientgen(folder, [...args, "--check"])).code).toBe(0);
});

test(
  "does the same again where a redirect ends at another place each time",
  { timeout },
  async () => {
    const folder = await temporaryFolder();
    let count = 0;
    const { origin } = await serveFiles({
      "/api.yaml": (response) => redirect(`/signed?${(count += 1)}`)(response),
      "/signed?1": PETS,
      "/signed?2": PETS,
    });
    const args = ["generate", `${origin}/api.yaml`, "--out", "out"];
    expect((await runClientgen(folder, args)).code).toBe(0);
    expect((await runClientgen(folder, [...args, "--check"])).code).toBe(0);
    expect(count).toBe(2);
  },
);

test("generates what the configuration names by a URL", { timeout }, async () => {
  const { origin, asked } = await serveFiles({ "/api.yaml": PETS });
  const headers = { Authorization: "Bearer ${CLIENTGEN_TEST_TOKEN}" };
  const spec = `${origin}/api.yaml`;
  const folder = await temporaryFolder({
    "clientgen.config.json": configuration([{ spec, out: "out", headers }]),
  });
  const env = { CLIENTGEN_TEST_TOKEN: "secret" };
  for (const args of [["generate"], ["generate", spec, "--check"]]) {
    const { code, stderr } = await runClientgen(folder, args, { env });
    expect([code, stderr]).toEqual([0, ""]);
  }
  expect(asked.map((one) => one.headers.authorization)).toEqual(["Bearer secret", "Bearer secret"]);
});

test("makes a package whose configuration names the URL", { timeout }, async () => {
  const folder = await temporaryFolder();
  const { origin } = await serveFiles({ "/api.yaml": PETS });
  const spec = `${origin}/api.yaml?v=1&x=2`;
  const { origin: given } = new URL(spec);
  const { origin: moved } = await serveFiles({
    "/api.yaml?v=1&x=2": redirect(`${given}/api.yaml`),
  });
  const url = `${moved}/api.yaml?v=1&x=2`;
  const { code, stderr } = await runClientgen(folder, ["init", url, "--name", "@pets/client"]);
  expect([code, stderr]).toEqual([0, ""]);
  const read = async (name: string) =>
    JSON.parse(await readFile(join(folder, "client", name), "utf8")) as Record<string, unknown>;
  expect(await read("clientgen.config.json")).toMatchObject({ clients: [{ spec: url }] });
  expect(await read("package.json")).toMatchObject({
    scripts: { generate: `clientgen generate "${url}"` },
  });
});

test("ends with a line where a server does not answer in time", { timeout }, async () => {
  const folder = await temporaryFolder();
  const { origin } = await serveFiles({ "/api.yaml": (response) => response.write("openapi: ") });
  const url = `${origin}/api.yaml`;
  const args = ["generate", url, "--out", "out", "--timeout", "0.5"];
  const { code, problems } = await runClientgen(folder, args);
  expect([code, problems]).toEqual([
    2,
    [
      `${url}: The document was not there within 0.5 seconds. Try again, or give it more time with --timeout SECONDS.`,
    ],
  ]);
  expect(await readTree(folder)).toEqual({});
});

test("tells where in a fetched document something is wrong", { timeout }, async () => {
  const folder = await temporaryFolder();
  const { origin } = await serveFiles({ "/api.json": '{ "openapi": "4.0.0" }' });
  const { problems } = await runClientgen(folder, ["generate", `${origin}/api.json`, "--out", "o"]);
  expect(problems).toEqual([
    `${origin}/api.json:1:14 #/openapi: OpenAPI 4.0.0 is not supported. Give clientgen a document of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0.`,
  ]);
});

test("watches no URL of the configuration", { timeout }, async () => {
  const spec = "https://api.example/a.yaml";
  const folder = await temporaryFolder({
    "clientgen.config.json": configuration([{ spec, out: "out" }]),
  });
  expect((await runClientgen(folder, ["generate", "--watch"])).problems).toEqual([
    `clientgen: --watch needs files, and ${spec} is an address. Drop --watch, or download the document and name the file.`,
  ]);
});
