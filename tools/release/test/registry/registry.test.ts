import { once } from "node:events";
import { mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startRegistry } from "../../src/registry/registry.ts";

test("the credential for the registry behind it is used, and stands in no file", async () => {
  const asked: (string | undefined)[] = [];
  const behind = createServer(({ headers }, response) => {
    asked.push(headers.authorization);
    response.writeHead(404).end("{}");
  });
  behind.listen(0, "127.0.0.1");
  onTestFinished(() => void behind.close());
  await once(behind, "listening");
  const folder = await realpath(await mkdtemp(join(tmpdir(), "registry-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  const url = `http://127.0.0.1:${(behind.address() as AddressInfo).port}/`;
  const auth = { type: "bearer", token: "a-credential-of-the-user" } as const;
  const registry = await startRegistry(folder, { url, auth });
  try {
    expect(registry.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await registry.packument("somebody-elses")).toBeUndefined();
    expect(asked).toContain(`Bearer ${auth.token}`);
    const before = registry.url;
    await registry.kill();
    await registry.restart();
    expect(registry.url).toBe(before);
    expect(await registry.packument("another-one")).toBeUndefined();
  } finally {
    await registry.stop();
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toContain("npmrc");
  for (const { parentPath, name } of files) {
    expect(await readFile(join(parentPath, name), "utf8")).not.toContain(auth.token);
  }
});
