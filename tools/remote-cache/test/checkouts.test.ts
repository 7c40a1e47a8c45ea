import { globSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkOut, makeRepository } from "./support/checkout.ts";
import { serveCache } from "./support/serve-cache.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

/** Every built file, by its path. */
async function built(folder: string): Promise<Record<string, string>> {
  const paths = globSync("packages/*/dist/**/*.*", { cwd: folder }).sort();
  const texts = paths.map(async (path) => [path, await readFile(join(folder, path), "utf8")]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

/** The same for all tasks. */
const all = (state: string) => ({ "generator#build": state, "runtime#build": state });

test(
  "a second checkout gets every task of the first; with a wrong key it gets none",
  { timeout: 600_000 },
  async () => {
    const folder = await temporaryFolder();
    const store = join(folder, "store");
    const { variables } = await serveCache(["--store", store]);
    const repository = join(folder, "repository");
    await makeRepository(repository);

    const first = await checkOut(repository, join(folder, "first"));
    expect((await first.turbo(["build"], variables)).tasks).toEqual(all("MISS"));
    // Each with its signature.
    const kept = await readdir(join(store, "files/plaid-partner"));
    expect(kept.filter((name) => name.endsWith(".tag"))).toHaveLength(2);

    const second = await checkOut(repository, join(folder, "second"));
    const strange = { ...variables, TURBO_REMOTE_CACHE_SIGNATURE_KEY: "0".repeat(64) };
    // It only reads: what the first one left stays.
    const reading = ["build", "--cache=local:,remote:r"];
    expect((await second.turbo(reading, strange)).tasks).toEqual(all("MISS"));

    await second.clean();
    expect(await built(second.folder)).toEqual({});
    expect((await second.turbo(["build"], variables)).tasks).toEqual(all("HIT REMOTE"));
    const files = await built(first.folder);
    expect(Object.keys(files).length).toBeGreaterThan(100);
    expect(await built(second.folder)).toEqual(files);
  },
);
