import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { succeed } from "./run.js";
import { dependenciesOf, pack, repack } from "./tarballs.js";

/** A project outside the workspace that has installed packed packages. */
export interface Stranger {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Packs packages of the workspace with all that they depend on, and installs the tarballs with npm: offline and with an
 * empty cache, so that nothing comes from a registry.
 *
 * @param folders Where the packages stand, such as `packages/runtime`.
 */
export async function installElsewhere(folders: readonly string[]): Promise<Stranger> {
  const base = await mkdtemp(join(tmpdir(), "stranger-"));
  const tarballs = join(base, "tarballs");
  const folder = join(base, "project");
  await mkdir(tarballs);
  await mkdir(folder);
  const write: Stranger["write"] = async (files) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  };
  const needed = new Set((await Promise.all(folders.map(dependenciesOf))).flat());
  const packed = await Promise.all([
    ...folders.map((each) => pack(each, tarballs)),
    ...[...needed].map((each) => repack(each, tarballs)),
  ]);
  await write({ "package.json": JSON.stringify({ name: "stranger", private: true }) });
  const quiet = ["--offline", "--no-audit", "--no-fund", "--cache", join(base, "empty-cache")];
  await succeed("npm", ["install", ...quiet, ...packed], { cwd: folder });
  return { folder, write, remove: () => rm(base, { recursive: true }) };
}
