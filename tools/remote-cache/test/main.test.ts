import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { failToServe, serveCache } from "./support/serve-cache.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

test("prints what to set, for two kinds of shells, and ends with Ctrl-C", async () => {
  const store = await temporaryFolder();
  const { text, variables, interrupt } = await serveCache(["--store", store]);
  expect(variables).toEqual({
    TURBO_API: expect.stringMatching(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/) as string,
    TURBO_TOKEN: expect.stringMatching(/^[\da-f]{48}$/) as string,
    TURBO_TEAM: "plaid-partner",
    // turbo wants 32 bytes at least.
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: expect.stringMatching(/^[\da-f]{64}$/) as string,
  });
  for (const [name, value] of Object.entries(variables)) {
    expect(text).toContain(`\n  $env:${name} = '${value}'\n`);
  }
  const artifact = `${variables["TURBO_API"]}/v8/artifacts/0123456789abcdef?slug=plaid-partner`;
  const ask = (token = "") => fetch(artifact, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask(variables["TURBO_TOKEN"])).status).toBe(404);
  expect((await ask("unknown")).status).toBe(401);
  expect(await interrupt()).toBe(0);
  await expect(ask()).rejects.toThrow("fetch failed");
});

test("keeps token and key with the store, for its owner alone", async () => {
  const store = await temporaryFolder();
  const first = await serveCache(["--store", store]);
  await first.interrupt();
  const second = await serveCache(["--store", store]);
  expect({ ...second.variables, TURBO_API: "" }).toEqual({ ...first.variables, TURBO_API: "" });
  expect(await readdir(store)).toEqual(["access.json"]);
});

test("who has the token can't write over the token and the key of the store", async () => {
  const store = await temporaryFolder();
  const { variables } = await serveCache(["--store", store]);
  const before = await readFile(join(store, "access.json"), "utf8");
  for (const [id, team] of [
    ["..%2faccess.json", "plaid-partner"],
    ["..%2f..%2faccess.json", "plaid-partner"],
    ["access.json", "..%2f"],
  ]) {
    const url = `${variables["TURBO_API"]}/v8/artifacts/${id}?slug=${team}`;
    const { status } = await fetch(url, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${variables["TURBO_TOKEN"]}`,
        "content-type": "application/octet-stream",
      },
      body: JSON.stringify({ token: "mine", key: "mine" }),
    });
    expect(status).toBe(200);
    expect(await readFile(join(store, "access.json"), "utf8")).toBe(before);
  }
  expect((await readdir(store)).sort()).toEqual(["access.json", "files"]);
});

test("the server ends with the command that started it, however that ends", async () => {
  const { variables, kill } = await serveCache(["--store", await temporaryFolder()]);
  await kill();
  const isDown = () =>
    fetch(variables["TURBO_API"] ?? "").then(
      () => false,
      () => true,
    );
  await vi.waitFor(async () => expect(await isDown()).toBe(true), { timeout: 30_000 });
});

test("takes them from the environment, and does not keep those", async () => {
  const store = await temporaryFolder();
  const given = {
    TURBO_TOKEN: "it's mine",
    TURBO_TEAM: "ours",
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: "k".repeat(32),
  };
  const { text } = await serveCache(["--store", store], given);
  expect(text).toContain(String.raw`  export TURBO_TOKEN='it'\''s mine'`);
  expect(text).toContain("  $env:TURBO_TOKEN = 'it''s mine'");
  expect(text).toContain("  export TURBO_TEAM='ours'");
  expect(await readFile(join(store, "access.json"), "utf8")).not.toContain("mine");
});

test.each([["70000"], ["-1"], ["1.5"], ["x"], [""]])("refuses the port %j", async (port) => {
  const [code, text] = await failToServe([`--port=${port}`]);
  expect(text).toContain(`--port takes a number up to 65535, not "${port}".\n\nUsage: pnpm cache`);
  expect(code).toBe(2);
});

test("refuses an option that it has not", async () => {
  const [code, text] = await failToServe(["--host", "0.0.0.0"]);
  expect(text).toContain("Unknown option '--host'");
  expect(code).toBe(2);
});

test("says that a port is taken", async () => {
  const store = await temporaryFolder();
  const { variables } = await serveCache(["--store", store]);
  const { port } = new URL(variables["TURBO_API"] ?? "");
  const [code, text] = await failToServe(["--store", store, "--port", port]);
  expect(text).toContain(`listen EADDRINUSE: address already in use 127.0.0.1:${port}`);
  expect(code).toBe(1);
});

test("says that a store's token and key can't be read", async () => {
  const store = await temporaryFolder();
  await writeFile(join(store, "access.json"), "{");
  const [code, text] = await failToServe(["--store", store]);
  expect(text).toBe(
    `${join(store, "access.json")} holds no token and key. Remove the file: new ones are made then.\n`,
  );
  expect(code).toBe(1);
});
