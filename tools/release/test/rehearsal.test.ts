import { startSandbox, type Sandbox } from "@plaid-partner/sandbox";
import { join } from "node:path";
import { readdir, readFile, rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeConsumer, MANAGERS } from "../src/consumer.ts";
import { ROOT } from "../src/paths.ts";
import {
  buildAndPack,
  checkPublished,
  checkTarballs,
  idOf,
  prepare,
  version,
} from "../src/rehearse/release.ts";
import { seedDependencies } from "../src/rehearse/seed.ts";
import { withStage } from "../src/rehearse/stage.ts";
import { Transcript } from "../src/transcript.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox?.close());

// The whole of it is `pnpm release:rehearse`.
test("a release goes to a registry and from there to a consumer, once", async () => {
  const transcript = new Transcript(() => undefined);
  const before = await commands();
  await withStage(transcript, "link", undefined, async (stage) => {
    const { base, clone, registry } = stage;
    await seedDependencies("packages/runtime", registry);
    const seeded = registry.accepted.length;

    await prepare(clone);
    const packages = await version(stage, "--packages-only");
    await clone.commit("Release");
    const packed = await buildAndPack(stage);
    await clone.succeed("changeset", "publish", "--from-pack-dir", packed);
    await checkPublished(stage, packages, "latest");
    expect(await checkTarballs(stage, packages)).toHaveLength(packages.length);
    expect(registry.accepted.slice(seeded).sort()).toEqual(packages.map(({ name }) => name));

    const again = await clone.succeed("pnpm", "release");
    expect(again).toContain("No unpublished projects to publish");
    expect(registry.accepted).toHaveLength(seeded + packages.length);
    expect(await clone.pushedTags()).toEqual(packages.map(idOf).sort());

    const consumer = await makeConsumer(base, MANAGERS[0], registry, sandbox);
    await consumer.add("@plaid-partner/customer-client");
    const { sent, read, agent } = await consumer.call(sandbox.url);
    expect(read).toBe(sent);
    for (const name of ["customer-client", "runtime"]) {
      const released = packages.find((each) => each.name.endsWith(`/${name}`));
      expect(agent).toContain(`${name}/${released?.version}`);
    }

    // A package that is not built is not published, nor one from files that no commit has.
    await rm(join(clone.folder, "packages/runtime/dist"), { recursive: true });
    const unbuilt = await clone.run("pnpm", "--filter", "@plaid-partner/runtime", "pack");
    expect(unbuilt.status).not.toBe(0);
    expect(unbuilt.stdout + unbuilt.stderr).toContain("is not built: ./dist/index.d.ts");
    await rm(join(clone.folder, "README.md"));
    const dirty = await clone.run("pnpm", "release");
    expect(dirty.status).toBe(2);
    expect(dirty.stderr).toContain("Commit or stash first:\n D README.md");
  });
  // The clone uses what is installed here.
  expect(await commands()).toEqual(before);
});

/** What the commands in the root's `node_modules` start. */
async function commands(): Promise<Record<string, string>> {
  const folder = join(ROOT, "node_modules/.bin");
  const names = (await readdir(folder)).sort();
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), "latin1")]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}
