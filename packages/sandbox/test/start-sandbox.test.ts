import { once } from "node:events";
import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SANDBOX_CREDENTIALS, startSandbox, type SandboxOptions } from "../src/start-sandbox.ts";
import { endCustomerOf, goodHeaders, PATH, post } from "./support/answers.ts";
import { COMPLETE } from "./support/customers.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

/** As they are before any sandbox of this file starts. */
const GLOBALS = [globalThis.Request, globalThis.Response];

async function start(options?: SandboxOptions) {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

test("customers survive a restart with a file", async () => {
  const database = join(temporaryFolder(), "customers.db");
  const first = await start({ database });
  const { client_id, secrets } = endCustomerOf(await post(first, "create", COMPLETE));
  const body = { end_customer_client_id: client_id };
  const enabled = await post(first, "enable", body);
  expect(enabled.body.production_secret).toBe(secrets?.production);
  await first.close();
  const second = await start({ database });
  expect(endCustomerOf(await post(second, "get", body))).toMatchObject({
    client_id,
    status: "ACTIVE",
  });
  const again = await post(second, "create", COMPLETE);
  expect(again.body.error_code).toBe("CUSTOMER_ALREADY_CREATED");
});

test("sandboxes in memory know nothing of each other", async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(one.port).not.toBe(two.port);
  expect((await post(one, "create", COMPLETE)).status).toBe(200);
  expect((await post(two, "create", COMPLETE)).status).toBe(200);
});

test("accepts the credentials it was given and no others", async () => {
  const credentials = { clientId: "mine", secret: "my-secret" };
  const sandbox = await start({ credentials });
  expect(sandbox.credentials).toEqual(credentials);
  expect((await post(sandbox, "get", {})).body.error_code).toBe("MISSING_FIELDS");
  const usual = { url: sandbox.url, credentials: SANDBOX_CREDENTIALS };
  expect((await post(usual, "get", {})).body.error_code).toBe("INVALID_API_KEYS");
});

test("close ends idle and stalled connections, frees the port and may be repeated", async () => {
  const sandbox = await start();
  await post(sandbox, "get", {});
  const stalled = connect(sandbox.port, "127.0.0.1");
  const ended = once(stalled, "close");
  stalled.on("error", () => undefined);
  const head = Object.entries({ ...goodHeaders(sandbox), Host: "x", "Content-Length": "100" });
  const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  stalled.write(`POST ${PATH}/get HTTP/1.1\r\n${lines}\r\n{"end`);
  await once(stalled, "ready");
  // One round trip, so that the stalled request has arrived too.
  await post(sandbox, "get", {});
  await Promise.all([sandbox.close(), sandbox.close()]);
  await ended;
  await sandbox.close();
  await expect(fetch(sandbox.url)).rejects.toThrow("fetch failed");
  const again = await start({ port: sandbox.port });
  expect(again.url).toBe(sandbox.url);
});

test("await using closes it", async () => {
  let url: string;
  {
    await using sandbox = await startSandbox();
    url = sandbox.url;
    expect((await fetch(url)).status).toBe(200);
  }
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("says which port is taken, and leaves the database usable", async () => {
  const database = join(temporaryFolder(), "customers.db");
  const { port } = await start();
  await expect(startSandbox({ port, database })).rejects.toMatchObject({
    name: "SandboxError",
    code: "PORT_REFUSED",
    message: `port ${port} is in use already`,
  });
  expect((await start({ database })).port).not.toBe(port);
});

test.each([70_000, -1, 1.5, NaN, "", "8080", null])(
  "refuses %j, which is no port",
  async (port) => {
    const database = join(temporaryFolder(), "customers.db");
    const options = { port: port as number, database };
    await expect(startSandbox(options)).rejects.toThrow(RangeError);
    expect(existsSync(database)).toBe(false);
  },
);

test("does not take a text for the path of a socket", async () => {
  const socket = join(temporaryFolder(), "socket");
  await expect(startSandbox({ port: socket as unknown as number })).rejects.toThrow(RangeError);
  expect(existsSync(socket)).toBe(false);
});

test("leaves the process's globals as they are", async () => {
  await start();
  expect([globalThis.Request, globalThis.Response]).toEqual(GLOBALS);
});

test.runIf(process.platform === "linux")(
  "close and a failed start let go of the database's file",
  async () => {
    const database = join(temporaryFolder(), "customers.db");
    const sandbox = await start({ database });
    expect(openFiles()).toContain(database);
    await expect(startSandbox({ port: sandbox.port, database })).rejects.toThrow("in use");
    expect(openFiles().filter((file) => file === database)).toHaveLength(1);
    await sandbox.close();
    expect(openFiles()).not.toContain(database);
  },
);

// Only Linux answers on every address of 127.0.0.0/8, where a server on all addresses would be met.
test.runIf(process.platform === "linux")("listens on 127.0.0.1 alone", async () => {
  const { port, url } = await start();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  const elsewhere = connect(port, "127.0.0.2");
  onTestFinished(() => void elsewhere.destroy());
  await expect(once(elsewhere, "connect")).rejects.toThrow("ECONNREFUSED");
});

function openFiles(): string[] {
  const folder = "/proc/self/fd";
  return readdirSync(folder).flatMap((descriptor) => {
    try {
      return [readlinkSync(join(folder, descriptor))];
    } catch {
      return []; // the descriptor that listed the folder
    }
  });
}
