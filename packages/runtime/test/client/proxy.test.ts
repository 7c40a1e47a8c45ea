import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect, promisify } from "node:util";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Call, callOperation, type Client, multipartBody } from "../../src/client.js";
import { fetchThrough } from "../examples/proxy-undici.js";
import { forwardProxy } from "../support/forward-proxy.js";
import { type Answer, json, serve } from "../support/serve.js";
import { hasOpenssl, serveTls } from "../support/serve-tls.js";
import { client, createThing, failure, update, updateThing } from "../support/things.js";

const run = promisify(execFile);
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const answer: Answer = (response, { body }) => json(response, 200, { request_id: body });

/** What a proxy has seen of one call. Either form is right: undici and Bun choose. */
const once = (method: string, url: string) => {
  const { host } = new URL(url);
  return expect.toBeOneOf([[`CONNECT ${host}`], [`${method} ${url}/things/update`]]) as string[];
};

describe("undici's ProxyAgent as option fetch", () => {
  test("sends calls through the proxy", async () => {
    const { url } = await serve(answer);
    const proxy = await forwardProxy();
    const things = client(url, { fetch: fetchThrough(proxy.url) });
    for (const a of [1, 2, 3])
      expect(await updateThing(things, { a })).toEqual({ request_id: `{"a":${a}}` });
    expect(proxy.seen).toEqual(Array(3).fill(`POST ${url}/things/update`));
  });

  test.skipIf(!hasOpenssl)("makes a tunnel to https, and trusts nobody in it", async () => {
    const { url } = await serveTls({ request_id: "r" });
    const proxy = await forwardProxy();
    const things = client(url, { fetch: fetchThrough(proxy.url) });
    expect(await failure(updateThing(things, {}))).toMatchObject({
      name: "NetworkError",
      message: `updateThing: no answer from ${url} (DEPTH_ZERO_SELF_SIGNED_CERT)`,
    });
    expect(proxy.seen).toEqual([`CONNECT ${new URL(url).host}`]);
  });

  test("sends its login", async () => {
    const { url } = await serve(answer);
    const proxy = await forwardProxy("user:pass");
    const things = client(url, { fetch: fetchThrough(proxy.url) });
    expect(await updateThing(things, {})).toEqual({ request_id: "{}" });
  });

  test("sends forms whole", async () => {
    const { url, seen } = await serve(answer);
    const proxy = await forwardProxy();
    const things = client(url, { fetch: fetchThrough(proxy.url) });
    const upload = { ...update, serializeBody: multipartBody } as const;
    const call: Call<unknown> = callOperation(things as Client, upload, {
      body: { file: new Blob(["content"]) },
    });
    await call;
    expect(seen[0]!.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen[0]!.body).toContain("content");
  });

  test("where there is no proxy, nothing was sent", async () => {
    const { url } = await serve(answer);
    const closed = client(url, { retries: 0, fetch: fetchThrough("http://127.0.0.1:9") });
    expect(await failure(createThing(closed, {}))).toMatchObject({
      name: "NetworkError",
      message: `createThing: no connection to ${url} (ECONNREFUSED)`,
    });
  });

  test("a proxy that refuses is a failure that shows no login", async () => {
    const { url, seen } = await serve(answer);
    const proxy = await forwardProxy("user:canary-of-a-password");
    const stranger = proxy.url.replace("user:", "stranger:");
    const refused = client(url, { retries: 0, fetch: fetchThrough(stranger) });
    const error = await failure(updateThing(refused, {}));
    expect(error).toMatchObject({ name: "NetworkError" });
    expect(inspect(error)).not.toContain("canary");
    expect(seen).toEqual([]);
  });
});

describe("in a process of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "proxy-"));
  const program = join(folder, "call.mjs");
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    const input = path("../support/call-through-proxy.ts");
    const built = await rolldown({
      input,
      platform: "node",
      resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    });
    const { output } = await built.generate({});
    await built.close();
    writeFileSync(program, output[0].code);
  });

  /** Nothing of the proxy that this machine may have. */
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name)),
  );
  const call = async (command: string, args: string[], env = {}) => {
    const { stdout } = await run(command, args, { env: { ...environment, ...env } });
    return JSON.parse(stdout) as unknown;
  };

  test.each([
    ["NODE_USE_ENV_PROXY", [], { NODE_USE_ENV_PROXY: "1" }],
    ["--use-env-proxy", ["--use-env-proxy"], {}],
  ])("Node takes the proxy of the environment with %s", async (_, flags, env) => {
    const { url } = await serve(answer);
    const proxy = await forwardProxy("user:pass");
    const result = await call(process.execPath, [...flags, program, url], {
      ...env,
      HTTP_PROXY: proxy.url,
    });
    expect(result).toEqual({ request_id: '{"a":1}' });
    expect(proxy.seen).toEqual(once("POST", url));
  });

  test.skipIf(!hasOpenssl)("to https by a tunnel", async () => {
    const { url, certificate } = await serveTls({ request_id: "r" });
    const proxy = await forwardProxy("user:pass");
    const result = await call(process.execPath, [program, url], {
      NODE_USE_ENV_PROXY: "1",
      NODE_EXTRA_CA_CERTS: certificate,
      HTTPS_PROXY: proxy.url,
    });
    expect(result).toEqual({ request_id: "r" });
    expect(proxy.seen).toEqual([`CONNECT ${new URL(url).host}`]);
  });

  const hasBun = spawnSync("bun", ["--version"]).status === 0;
  test.skipIf(!hasBun)("Bun takes a proxy in what fetch gets", async () => {
    const { url } = await serve(answer);
    const proxy = await forwardProxy("user:pass");
    expect(await call("bun", [program, url, proxy.url])).toEqual({ request_id: '{"a":1}' });
    expect(proxy.seen).toEqual(once("POST", url));
  });

  test.skipIf(!hasBun || !hasOpenssl)("Bun makes a tunnel to https", async () => {
    const { url, certificate } = await serveTls({ request_id: "r" });
    const proxy = await forwardProxy("user:pass");
    const env = { NODE_EXTRA_CA_CERTS: certificate };
    expect(await call("bun", [program, url, proxy.url], env)).toEqual({ request_id: "r" });
    expect(proxy.seen).toEqual([`CONNECT ${new URL(url).host}`]);
  });

  test.skipIf(!hasBun)("Bun takes the proxy of the environment by itself", async () => {
    const { url } = await serve(answer);
    const proxy = await forwardProxy();
    const result = await call("bun", [program, url], { HTTP_PROXY: proxy.url });
    expect(result).toEqual({ request_id: '{"a":1}' });
    expect(proxy.seen).toEqual(once("POST", url));
  });
});

test.each(["proxy-undici", "proxy-bun"])("the README has the example %s", (name) => {
  const example = readFileSync(path(`../examples/${name}.ts`), "utf8");
  const shown = example.replace("../../src/index.js", "@plaid-partner/runtime").trim();
  const readme = readFileSync(path("../../README.md"), "utf8");
  expect(readme).toContain(`\`\`\`ts\n${shown}\n\`\`\`\n`);
});
